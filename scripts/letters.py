#!/usr/bin/env python3
"""Writes crates/tessera-web/src/phone/letters.txt: the outlines of the capital letters from which icons of communities
are drawn, taken from the typeface of the pages (Inter, SIL Open Font License 1.1). Needed again only for another typeface:

    pip install fonttools brotli && npm ci --prefix frontend && python3 scripts/letters.py
"""
import pathlib
import unicodedata
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = pathlib.Path(__file__).resolve().parent.parent
FILES = HERE / "frontend/node_modules/@fontsource-variable/inter/files"
WEIGHT = 650


class Outline(BasePen):
    """Lines and curves, as numbers behind letters; the em is 1024."""

    def __init__(self, glyphs):
        super().__init__(glyphs)
        self.said = []

    def say(self, letter, *points):
        self.said.append(letter + " ".join(f"{round(v / 2)}" for p in points for v in p))

    def _moveTo(self, p): self.say("M", p)
    def _lineTo(self, p): self.say("L", p)
    def _qCurveToOne(self, c, p): self.say("Q", c, p)
    def _curveToOne(self, a, b, p): self.say("C", a, b, p)
    def _closePath(self): self.said.append("Z")


lines, seen = [], set()
for part in ("latin", "latin-ext", "greek", "cyrillic"):
    font = instantiateVariableFont(TTFont(FILES / f"inter-{part}-wght-normal.woff2"), {"wght": WEIGHT})
    glyphs, widths = font.getGlyphSet(), font["hmtx"]
    assert font["head"].unitsPerEm == 2048
    for code, name in sorted(font.getBestCmap().items()):
        char = chr(code)
        kind = unicodedata.category(char)
        if code in seen or kind not in ("Lu", "Nd") or code > 0x4FF or 0x18E <= code <= 0x1CC:
            continue
        seen.add(code)
        pen = Outline(glyphs)
        glyphs[name].draw(pen)
        lines.append(f"{char} {round(widths[name][0] / 2)} {' '.join(pen.said)}\n")
(HERE / "crates/tessera-web/src/phone").mkdir(exist_ok=True)
(HERE / "crates/tessera-web/src/phone/letters.txt").write_text("".join(sorted(lines)))
