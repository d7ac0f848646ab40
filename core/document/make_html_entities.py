#!/usr/bin/env python3
"""Writes html_entities.inc: the named character references of the HTML standard.

The names and their code points come from Python's html.entities, which carries the standard's
own table. Run it in this folder when the standard gains a name (it says that it never will).
"""

from html.entities import html5

HEAD = """// Named character references of the HTML standard, sorted by name in byte order.
// Written by make_html_entities.py. ENTITY(name without '&', UTF-8 text).
"""


def escaped(text):
    return ''.join('\\x%02x' % byte for byte in text.encode('utf-8'))


with open('html_entities.inc', 'w', encoding='ascii') as out:
    out.write(HEAD)
    for name in sorted(html5):
        out.write('ENTITY("%s", "%s")\n' % (name, escaped(html5[name])))
