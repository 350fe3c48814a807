"""Real CV files made on the spot, good and bad; everybody in them is invented."""

import json
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)

ARABIC_PDF = (Path(__file__).parent / "arabic.pdf").read_bytes()
"""Printed by Chromium: letters stand in presentation forms, Latin words out of place."""
LINES = [
    "Salma Natsheh",
    "Skills",
    "Python, Django, C++, Docker",
    "Languages",
    "Arabic: mother tongue",
    "English: fluent",
    "Education",
    "BSc in Computer Engineering, Birzeit University, 2017 - 2021",
    "Work experience",
    "Developer at an agency, 2021 - 2024",
]


def pdf(lines=LINES):
    """Written by hand: one page, one font, one line of text after the other."""
    shown = " ".join(f"({_escaped(line)}) Tj T*" for line in lines)
    page = zlib.compress(f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET".encode("latin-1"))
    return _pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(page), page),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    )


def _escaped(line):
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _pdf_of(*objects):
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def _written(change):
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf())))
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def pdf_without_text():
    return pdf([" "])


def pdf_with_password():
    return _written(lambda writer: writer.encrypt("secret"))


def pdf_with_script():
    def change(writer):
        action = DictionaryObject(
            {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("x")}
        )
        writer.root_object[NameObject("/OpenAction")] = action

    return _written(change)


def pdf_with_script_of_a_page():
    def change(writer):
        action = DictionaryObject(
            {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("x")}
        )
        writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): action})

    return _written(change)


def pdf_that_launches():
    def change(writer):
        action = DictionaryObject({NameObject("/S"): NameObject("/Launch")})
        writer.root_object[NameObject("/OpenAction")] = writer._add_object(action)

    return _written(change)


def pdf_with_file_inside():
    return _written(lambda writer: writer.add_attachment("invoice.exe", b"MZ"))


def pdf_with_unreferenced_file_inside():
    def change(writer):
        stream = DecodedStreamObject()
        stream.set_data(b"MZ")
        stream[NameObject("/Type")] = NameObject("/EmbeddedFile")
        kept = writer._add_object(stream)
        writer.root_object[NameObject("/PieceInfo")] = ArrayObject([kept])

    return _written(change)


def pdf_with_many_pages():
    def change(writer):
        for _ in range(40):
            writer.add_page(writer.pages[0])

    return _written(change)


def pdf_bomb():
    """A page whose stream of 60 KB unpacks to 60 MB."""
    page = zlib.compress(b" " * 60_000_000, 9)
    return _pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(page), page),
    )


def pdf_that_takes_for_ever():
    """Half a million drawing commands on each of thirty pages."""
    page = zlib.compress(b"BT /F1 9 Tf " + b"(a) Tj 1 0 0 1 5 5 Tm " * 400_000 + b"ET", 9)
    kids = b" ".join(b"%d 0 R" % (number + 4) for number in range(25))
    pages = [
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 3 0 R>>>>>>"
    ] * 25
    return _pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count 25>>" % kids.replace(b"4 0 R", b"29 0 R", 1),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(page), page),
        *pages,
    )


def word(lines=LINES, table=(), box=""):
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    if table:
        rows = document.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, text in zip(rows.add_row().cells, row, strict=True):
                cell.text = text
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _word_with(**entries):
    """A good document and further entries of its package, by name."""
    out = BytesIO(word())
    with ZipFile(out, "a", ZIP_DEFLATED) as package:
        for name, content in entries.items():
            package.writestr(name, content)
    return out.getvalue()


def word_with_macros():
    return _word_with(**{"word/vbaProject.bin": b"macro"})


def word_with_file_inside():
    return _word_with(**{"word/embeddings/oleObject1.bin": b"MZ"})


def word_with_template_elsewhere():
    link = (
        '<Relationships><Relationship Id="rId1" Type="http://x/attachedTemplate" '
        'Target="http://example.org/evil.dotm" TargetMode="External"/></Relationships>'
    )
    return _word_with(**{"word/_rels/settings.xml.rels": link})


def word_with_entities():
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    return _word_with(**{"word/extra.xml": laughs})


def word_bomb():
    """Fifty MB of nothing in fifty KB, declared truthfully."""
    return _word_with(**{"word/media/image1.xml": b" " * 50_000_000})


def word_bomb_that_lies():
    """The same, declared as 100 bytes in the directory and in the entry."""
    content = word_bomb()
    return content.replace((50_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))


def word_with_many_entries():
    return _word_with(**{f"word/media/{number}.png": b"x" for number in range(1100)})


def old_word():
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000


def word_with_password():
    return old_word() + "EncryptedPackage".encode("utf-16-le")


def resume(**changes):
    said = {
        "basics": {"name": "Salma Natsheh", "label": "Developer"},
        "skills": [
            {"name": "React", "level": "Expert", "keywords": ["Redux", "Flibberkit"]},
            {"name": "بايثون", "level": "متقدم"},
        ],
        "languages": [
            {"language": "English", "fluency": "Full professional"},
            {"language": "العربية", "fluency": "اللغة الأم"},
        ],
        "education": [
            {
                "institution": "An-Najah National University",
                "studyType": "Bachelor",
                "area": "Computer Science",
                "endDate": "2020-06",
            }
        ],
        "work": [{"name": "Agency", "startDate": "2020-09", "endDate": "2023-01"}],
        "awards": [{"title": "Best project"}],
        "x-unknown": {"deep": [1]},
    }
    return json.dumps(said | changes, ensure_ascii=False).encode()


def deep_resume():
    return b'{"basics":' + b'{"a":' * 500 + b"1" + b"}" * 501
