"""Nothing that somebody else wrote can become markup, code or output: read from the code itself."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest

import peil

FOLDER = Path(peil.__file__).parent
MODULES = sorted(FOLDER.rglob("*.py"))

READ_MARKUP: Final = {
    *("from_markup", "notify", "Static", "Label", "Button", "Link", "Tooltip", "Toast"),
    *("Markdown", "MarkdownViewer", "OptionList", "Option", "SelectionList", "ListView"),
    *("Select", "RadioSet", "RadioButton", "Checkbox", "Collapsible", "Tab", "Tabs", "DataTable"),
    *("Tree", "Log", "RichLog", "Text", "Console", "render_markup", "print_json", "inspect"),
}
"""Names of functions and widgets that read markup out of strings, or could."""
EDGES: Final = {"border_title", "border_subtitle", "tooltip"}
"""Attributes that read markup out of strings: they take content of ours only."""
MAKE_CONTENT: Final = {"Content", "styled", "assemble", "from_rich_text", "from_text"}
"""What makes content out of strings."""
PRINT: Final = {
    *("print", "pprint", "input", "breakpoint", "print_exception", "print_exc", "displayhook"),
    *("echo", "secho", "echo_via_pager", "prompt", "confirm", "style", "progressbar", "pause"),
    *("stdout.write", "stderr.write", "stdout.writelines", "stderr.writelines", "os.write"),
    *("stdout.buffer.write", "stderr.buffer.write", "__stdout__.write", "__stderr__.write"),
    *("bell", "open_url", "copy_to_clipboard"),
}
"""What reaches a terminal, by the last parts of its name."""
RUN: Final = {
    *("eval", "exec", "compile", "__import__", "run_module", "run_path", "startfile"),
    *("os.system", "os.popen", "os.execv", "os.execve", "os.execvp", "os.execl", "os.fork"),
    *("os.spawnv", "os.spawnl", "os.posix_spawn", "create_subprocess_exec"),
    *("create_subprocess_shell", "click.launch", "click.edit", "click.get_pager_file"),
}
"""What runs something."""
MODULES_THAT_RUN: Final = {
    *(
        "subprocess",
        "pickle",
        "cPickle",
        "dill",
        "marshal",
        "shelve",
        "yaml",
        "ruamel",
        "jsonpickle",
    ),
    *("webbrowser", "ctypes", "cffi", "code", "codeop", "runpy", "pty", "socket", "http", "urllib"),
    *("requests", "httpx", "xmlrpc", "ftplib", "smtplib", "multiprocessing", "rich.markup"),
    *(
        "rich.text",
        "rich.console",
        "rich.pretty",
        "rich.traceback",
        "rich.markdown",
        "logging.config",
    ),
}
"""Modules that run, load or fetch what data say, or that read markup."""
LISTED: Final[Mapping[tuple[str, str], str]] = {
    ("cli/printing.py", "echo"): "the printing functions, which clean",
    ("tui/ending.py", "stderr.write"): "below the screen that was; cleans",
    ("line/speaking.py", "print"): "cleans",
    ("line/plain.py", "input"): "the question is cleaned",
    ("cli/asking.py", "prompt"): "the question is cleaned",
    ("__main__.py", "stderr.write"): "a sentence with the name of a class",
    ("tui/quiet.py", "rich.console"): "names a type of Textual's; nothing is drawn with it",
    ("text/languages.py", "format_map"): "fills the gaps of our own sentences",
    ("report/table.py", "format"): "the form is made of widths",
    ("score/explanation.py", "format"): "a sentence of ours",
    ("score/explained_question.py", "format"): "sentences of ours",
    ("store/disk.py", "os.write"): "writes to a file",
    ("store/lock.py", "os.write"): "writes to a file",
    ("tui/output.py", "os.write"): "the driver's way to the terminal; what is drawn is clean",
    ("tui/dropped.py", "urllib"): "turns the address of a dropped file into its name",
    ("tui/frame.py", "run_action"): "actions of declared commands",
    ("tui/widgets/field.py", "run_action"): "actions of the keys of Textual's own fields",
    ("tui/palette.py", "run_action"): "actions of declared commands",
    ("tui/pages/looking.py", "confirm"): "tells the sitting that an answer is still so",
    ("tui/browser.py", "subprocess"): "opens an address that was shown and checked, with no shell",
    ("text/addresses.py", "urllib"): "takes addresses apart; fetches nothing",
}
"""What is allowed in one module, and why."""


def dotted(node: ast.AST) -> str:
    """Return a name with its dots, as far as it is one."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def ends_with(name: str, names: set[str]) -> str | None:
    """Return which of `names` a dotted name is, or ends with."""
    return next((each for each in names if name == each or name.endswith(f".{each}")), None)


def is_ours(node: ast.AST | None) -> bool:
    """Return whether a text is written in the code: a literal, or one of our sentences."""
    if isinstance(node, ast.Constant):
        return True
    words = {"say", "mark"}
    return (
        isinstance(node, ast.Call)
        and ends_with(dotted(node.func), words) is not None
        and not node.keywords
        and all(isinstance(each, ast.Constant) for each in node.args)
    )


def is_text(node: ast.AST | None) -> bool:
    """Return whether something is made with `text`, the only way from data to content."""
    return isinstance(node, ast.Call) and dotted(node.func) in {"text", "join", "fit"}


class Examination(ast.NodeVisitor):
    """Finds what may not be in a module."""

    def __init__(self, module: str) -> None:
        """Begin with nothing found in `module`, a path below `peil`."""
        self.module = module
        self.found: list[str] = []
        self._ours: set[str] = set()

    def complain(self, node: ast.expr | ast.stmt, what: str) -> None:
        """Note something, unless it is allowed here."""
        if (self.module, what) not in LISTED:
            self.found.append(f"{self.module}:{node.lineno}: {what}")

    def visit_Import(self, node: ast.Import) -> None:
        """Look at the modules that are imported."""
        for each in node.names:
            self._imported(node, each.name)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """Look at the module, and at what is taken from it under which name."""
        module = node.module or ""
        if module.startswith("peil."):
            self._ours.update(each.asname or each.name for each in node.names)
        for each in node.names:
            self._imported(node, f"{module}.{each.name}")
            reads = module.startswith(("textual", "rich")) and each.name in READ_MARKUP
            if reads or (each.asname and each.name in MAKE_CONTENT | RUN | PRINT):
                self.complain(node, each.name)

    def _imported(self, node: ast.stmt, name: str) -> None:
        for each in MODULES_THAT_RUN:
            if name == each or name.startswith(f"{each}."):
                self.complain(node, each)

    def visit_Call(self, node: ast.Call) -> None:
        """Look at what is called, and with what."""
        name = dotted(node.func)
        last = name.rpartition(".")[2]
        if last in READ_MARKUP and name not in self._ours:
            self.complain(node, last)
        if last in MAKE_CONTENT and self.module != "tui/content.py":
            self.complain(node, last)
        for each in (ends_with(name, PRINT), ends_with(name, RUN)):
            if each and (each != "compile" or name == "compile"):
                self.complain(node, each)
        if last in {"format", "format_map"} and name != "msgspec.json.format":
            assert isinstance(node.func, ast.Attribute)
            if not isinstance(node.func.value, ast.Constant):
                self.complain(node, last)
        if last == "import_module" and not _is_our_module(node.args[0]):
            self.complain(node, last)
        self._look_at_actions(node, last)
        self._look_at_keywords(node)
        self.generic_visit(node)

    def _look_at_actions(self, node: ast.Call, last: str) -> None:
        """Actions are read like code: only declared commands may name them."""
        handed_on = any(ends_with(dotted(each), {"run_action"}) for each in node.args)
        if (last == "run_action" and not isinstance(node.args[0], ast.Constant)) or handed_on:
            self.complain(node, "run_action")

    def _look_at_keywords(self, node: ast.Call) -> None:
        for keyword in node.keywords:
            value = keyword.value
            if keyword.arg == "markup" and not (
                isinstance(value, ast.Constant) and value.value is False
            ):
                self.complain(value, "markup")
            if keyword.arg in {"link", "meta"}:
                self.complain(value, keyword.arg)
            if keyword.arg in EDGES and not is_text(value):
                self.complain(value, keyword.arg)
            if keyword.arg == "placeholder" and not is_ours(value):
                self.complain(value, keyword.arg)
            if keyword.arg == "shell":
                self.complain(value, keyword.arg)

    def visit_Assign(self, node: ast.Assign) -> None:
        """Look at the attributes that are set."""
        for target in node.targets:
            self._set(target, node.value)
        self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """Look at the attribute that is set."""
        self._set(node.target, node.value)
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        """Look at the attribute that is added to."""
        self._set(node.target, None)
        self.generic_visit(node)

    def _set(self, target: ast.expr, value: ast.expr | None) -> None:
        if not isinstance(target, ast.Attribute):
            return
        if target.attr in EDGES and not is_text(value):
            self.complain(target, target.attr)
        if target.attr == "placeholder" and not is_ours(value):
            self.complain(target, target.attr)

    def visit_Constant(self, node: ast.Constant) -> None:
        """Look for actions that stand in markup."""
        if isinstance(node.value, str) and "[@" in node.value:
            self.complain(node, "[@")


def _is_our_module(name: ast.expr) -> bool:
    """Return whether the name of a module to import begins, in the code, with our own."""
    first = name.values[0] if isinstance(name, ast.JoinedStr) else name
    return isinstance(first, ast.Constant) and str(first.value).startswith("peil.")


def wrong_in(source: str, module: str) -> Iterator[str]:
    """Return what may not be in the source of a module, a path below `peil`."""
    examination = Examination(module)
    examination.visit(ast.parse(source))
    return iter(examination.found)


def name_of(path: Path) -> str:
    """Return the path of a module below `peil`."""
    return path.relative_to(FOLDER).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_data_becomes_markup_code_or_output(path: Path) -> None:
    """Nothing that reads markup, runs something or prints past the cleaning is used at all."""
    assert list(wrong_in(path.read_text(encoding="utf-8"), name_of(path))) == []


def test_every_exception_is_needed() -> None:
    """What is allowed somewhere is used there; else it is struck off the list."""
    without = dict(LISTED)
    needed = set()
    for module, what in without:
        examination = Examination(f"elsewhere/{module}")
        path = FOLDER / module
        examination.visit(ast.parse(path.read_text(encoding="utf-8")))
        if any(each.endswith(f": {what}") for each in examination.found):
            needed.add((module, what))
    assert without.keys() == needed


BAD: Final = (
    "label.update(Content.from_markup(note))",
    "from textual.widgets import Static",
    "from textual.widgets import Label as L",
    "widget = Static(note)",
    "yield Button(title)",
    "self.notify(title)",
    "self.app.notify(f'{title} saved')",
    "OptionList(title)",
    "widget = Thing(title, markup=True)",
    "widget = Thing(title, markup=wanted)",
    "self.border_title = title",
    "self.border_title = f'{title}'",
    "self.border_title = 'Peil: ' + title",
    "self.border_subtitle: str = title",
    "self.border_title += title",
    "self.tooltip = title",
    "Thing(tooltip=title)",
    "field.placeholder = title",
    "field.placeholder = say('{title}', title=title)",
    "Thing(placeholder=f'{title}?')",
    "line = Content(title)",
    "line = Content.styled(title, 'key')",
    "from textual.content import Content as C",
    "line = Text(title)",
    "from rich.text import Text",
    "import rich.console",
    "from rich import print_json",
    "Style(link=address)",
    "Style(meta={'@click': title})",
    "line = '[@click=app.bell]x[/]'",
    "print(title)",
    "rich.print(title)",
    "console.print(title)",
    "click.echo(title)",
    "click.secho(title)",
    "click.echo(click.style(title))",
    "click.confirm(title)",
    "sys.stdout.write(title)",
    "sys.stderr.buffer.write(title)",
    "os.write(1, title)",
    "webbrowser.open(note)\nimport webbrowser",
    "from webbrowser import open as show",
    "import subprocess",
    "from subprocess import run",
    "os.system(title)",
    "os.popen(title)",
    "run(title, shell=True)",
    "click.launch(note)",
    "eval(condition)",
    "exec(code)",
    "builtins.eval(condition)",
    "compile(code, '', 'eval')",
    "import pickle",
    "import yaml",
    "from urllib.request import urlopen",
    "import socket",
    "import_module(name)",
    "import_module(f'{name}.x')",
    "__import__(name)",
    "title.format(x=1)",
    "sentence.format_map(values)",
    "self.app.run_action(note)",
    "partial(app.run_action, note)",
)
"""Code that the examination must refuse, wherever it stands."""

GOOD: Final = (
    "self.border_title = text(self.title())",
    "field.placeholder = self.say('a part of its words')",
    "_ID = re.compile(r'[a-z]+')",
    "import_module(f'peil.tui.pages.{name}')",
    "'{} and {}'.format(1, 2)",
    "self.footer.tell(title)",
    "Thing(title, markup=False)",
)
"""Code that it must not refuse."""


@pytest.mark.parametrize("snippet", BAD)
@pytest.mark.parametrize("module", ["tui/some.py", "report/some.py"])
def test_the_examination_refuses(snippet: str, module: str) -> None:
    """Each way to let data be read as something else is found."""
    assert list(wrong_in(snippet, module))


@pytest.mark.parametrize("snippet", GOOD)
def test_the_examination_lets_pass(snippet: str) -> None:
    """What is safe is not refused."""
    assert not list(wrong_in(snippet, "tui/some.py"))
