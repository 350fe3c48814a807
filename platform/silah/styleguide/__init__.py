"""The page that shows every component with inputs as they really come."""
