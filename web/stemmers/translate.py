"""Translates Snowball's generated Python into JavaScript, one module a language. Prints them as JSON: source by
language, each with one export, `stem(form)`.

Debian's python3-snowballstemmer and the libstemmer of the native program are generated from the same
sources, so a stemmer of the page is the native one by construction; tests/web/stemmers.test.mjs holds it to
Snowball's vocabularies. Of Python, the generated code uses very little, and whatever else it should come to
use is an error here: names, whole numbers, strings, `if`, `while`, and exceptions in the place of `goto`,
which JavaScript has as labelled blocks. Written for web/stemmers/word.js, whose methods are Snowball's
primitives.
"""
import ast
import importlib.util
import json
import pathlib
import sys

# Debian's first: another Python on the path may have another version.
DEBIAN = pathlib.Path("/usr/lib/python3/dist-packages/snowballstemmer")

LANGUAGES = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian",
    "ne": "nepali", "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}

COMPARISONS = {ast.Eq: "===", ast.NotEq: "!==", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
OPERATORS = {ast.Add: "+", ast.Sub: "-"}
PRIMITIVES = {
    "in_grouping", "in_grouping_b", "out_grouping", "out_grouping_b", "go_in_grouping",
    "go_in_grouping_b", "go_out_grouping", "go_out_grouping_b", "eq_s", "eq_s_b", "find_among",
    "find_among_b", "slice_from", "slice_del", "slice_to", "insert",
}
STATE = {"cursor", "limit", "limit_backward", "bra", "ket"}


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def characters_of(numbers, first):
    """The characters of a grouping, which Snowball writes as a bit set from `first` on."""
    return "".join(chr(first + 8 * i + bit)
                   for i, byte in enumerate(numbers) for bit in range(8) if byte >> bit & 1)


class Translator:
    def __init__(self, python_class):
        self.python_class = python_class
        self.groupings = {}  # name -> characters
        self.numbers = {}    # name -> bit set, as the Python has it
        self.lines = []

    def module(self):
        self.lines.append("import { Word, among } from './word.js';")
        for node in self.python_class.body:
            if isinstance(node, ast.Assign):
                self.member(node.targets[0].id, node.value)
        amongs, self.lines = self.lines, []
        for node in self.python_class.body:
            if isinstance(node, ast.FunctionDef):
                self.function(node)
        tables = [f"const {name} = {quoted(text)};" for name, text in self.groupings.items()]
        return "\n".join(amongs + tables + self.lines + [
            "export function stem(form) {", "const w = new Word(form);", "_stem(w);",
            "return w.toString();", "}", ""])

    def member(self, name, value):
        """A table, a grouping, or a variable that outlives a routine."""
        if isinstance(value, ast.List) and name.startswith("a_"):
            self.lines.append(f"const {name} = among({self.among_rows(value)});")
        elif isinstance(value, ast.List):
            self.numbers[name] = [ast.literal_eval(number) for number in value.elts]
        else:
            self.lines.append(f"let {name} = {self.expression(value)};")

    def among_rows(self, table):
        """Entries with one result and one condition together: [words, result, condition]."""
        rows = {}
        for entry in table.elts:
            word, _, result, *method = [ast.literal_eval(argument) for argument in entry.args]
            assert " " not in word, word
            routine = method[0].partition("__")[2] if method else ""
            rows.setdefault((result, routine), []).append(word)
        return ", ".join(
            f"[{quoted(' '.join(words))}, {result}{f', (w) => {routine}(w)' if routine else ''}]"
            for (result, routine), words in rows.items())

    def function(self, node):
        stored = {name.id for name in ast.walk(node)
                  if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)}
        self.lines.append(f"function {node.name.removeprefix('__')}(w) {{")
        if stored:
            self.lines.append(f"let {', '.join(sorted(stored))};")
        self.block(node.body)
        self.lines.append("}")

    def block(self, statements):
        for statement in statements:
            getattr(self, type(statement).__name__.lower())(statement)

    def braces(self, head, statements):
        self.lines.append(head + " {")
        self.block(statements)
        self.lines.append("}")

    def assign(self, node):
        self.lines.append(f"{self.expression(node.targets[0])} = {self.expression(node.value)};")

    def augassign(self, node):
        operator = OPERATORS[type(node.op)]
        self.lines.append(f"{self.expression(node.target)} {operator}= {self.expression(node.value)};")

    def expr(self, node):
        self.lines.append(self.expression(node.value) + ";")

    def pass_(self, _node):
        pass

    def if_(self, node):
        self.braces(f"if ({self.expression(node.test)})", node.body)
        if node.orelse:
            self.braces("else", node.orelse)

    def while_(self, node):
        assert not node.orelse
        self.braces(f"while ({self.expression(node.test)})", node.body)

    def try_(self, node):
        """`try: … except lab0: pass` is a block that `raise lab0()` leaves."""
        handler, = node.handlers
        assert isinstance(handler.body[0], ast.Pass) and not node.orelse and not node.finalbody
        self.braces(f"{handler.type.id}:", node.body)

    def raise_(self, node):
        self.lines.append(f"break {node.exc.func.id};")

    def break_(self, _node):
        self.lines.append("break;")

    def continue_(self, _node):
        self.lines.append("continue;")

    def return_(self, node):
        self.lines.append(f"return {self.expression(node.value)};")

    def expression(self, node):
        return getattr(self, "of_" + type(node).__name__.lower())(node)

    def of_constant(self, node):
        if isinstance(node.value, bool):
            return "true" if node.value else "false"
        return quoted(node.value)

    def of_name(self, node):
        return node.id

    def of_unaryop(self, node):
        operator = {ast.Not: "!", ast.USub: "-"}[type(node.op)]
        return f"{operator}({self.expression(node.operand)})"

    def of_binop(self, node):
        return f"({self.expression(node.left)} {OPERATORS[type(node.op)]} {self.expression(node.right)})"

    def of_compare(self, node):
        operator, = node.ops
        right, = node.comparators
        return f"{self.expression(node.left)} {COMPARISONS[type(operator)]} {self.expression(right)}"

    def of_attribute(self, node):
        if node.value.id != "self":  # a table of the class
            return node.attr
        if node.attr == "current":
            return "w.text_"
        return f"w.{node.attr}_" if node.attr in STATE else node.attr

    def of_call(self, node):
        if isinstance(node.func, ast.Name):
            assert node.func.id == "len"
            return f"{self.expression(node.args[0])}.length"
        name = node.func.attr
        if name not in PRIMITIVES:
            return f"{name.removeprefix('__')}(w)"
        arguments = [self.expression(argument) for argument in node.args]
        if "grouping" in name:
            arguments = [self.grouping(arguments)]
        return f"w.{name}_({', '.join(arguments)})"

    def grouping(self, arguments):
        name, first, _last = arguments
        text = characters_of(self.numbers[name], int(first))
        assert self.groupings.setdefault(name, text) == text
        return name


# Statements whose names Python keeps for itself.
for keyword in ("pass", "if", "while", "try", "raise", "break", "continue", "return"):
    setattr(Translator, keyword, getattr(Translator, keyword + "_"))


def find_sources():
    if DEBIAN.is_dir():
        return DEBIAN
    found = importlib.util.find_spec("snowballstemmer")
    if found is None:
        sys.exit("The Python package snowballstemmer is missing: install Debian's python3-snowballstemmer.")
    return pathlib.Path(found.origin).parent


def translate(source):
    tree = ast.parse(source.read_text(encoding="utf-8"))
    python_class = next(node for node in tree.body
                        if isinstance(node, ast.ClassDef) and node.name.endswith("Stemmer"))
    return Translator(python_class).module()


sources = find_sources()
print(json.dumps({code: translate(sources / f"{name}_stemmer.py") for code, name in LANGUAGES.items()}))
