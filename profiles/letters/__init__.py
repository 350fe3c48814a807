"""Mail that tells what has happened: at once or once a morning, in the words of its reader."""
