"""The SPARQL page as a test sees it: write a query, run it, read the answer."""

from playwright.sync_api import Locator, Page

#: The first query loads engine and data, on a machine that may be busy.
PATIENCE = 60_000
ENDED = """() => document.getElementById("stop").hidden
  && document.getElementById("status").textContent !== "" """
READ_ROWS = """(table) => Array.from(table.tBodies[0].rows, (row) =>
  Array.from(row.cells, (cell) => {
    const link = cell.querySelector("a");
    const value = cell.querySelector("span");
    return link ? link.title : value ? value.textContent : cell.textContent;
  }))"""


class EditorPage:
    """One open SPARQL page; everything happens in the tab that is in front."""

    def __init__(self, page: Page, address: str) -> None:
        """Open the page at an address and wait for the editor."""
        self.page = page
        page.goto(address)
        page.locator("#yasgui .tabPanel.active .CodeMirror").wait_for()

    @property
    def panel(self) -> Locator:
        """The panel in front."""
        return self.page.locator(".tabPanel.active")

    @property
    def status(self) -> str:
        """What the page says of the last query."""
        return self.page.locator("#status").inner_text()

    @property
    def query(self) -> str:
        """The text in the editor."""
        box = self.panel.locator(".CodeMirror").first
        return str(box.evaluate("(one) => one.CodeMirror.getValue()"))

    def write(self, query: str) -> None:
        """Put a query in the place of what is there, as a keyboard would."""
        self.panel.locator(".yasqe textarea").focus()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(query)

    def begin(self) -> None:
        """Press the button that runs the query; until it has begun, nothing is said of it."""
        self.page.evaluate("document.getElementById('status').textContent = ''")
        self.panel.get_by_role("button", name="Run the query").click()

    def run(self) -> None:
        """Run the query and wait for its end."""
        self.begin()
        self.wait()

    def wait(self) -> None:
        """Wait for the end of the query."""
        self.page.wait_for_function(ENDED, timeout=PATIENCE)

    def ask(self, query: str) -> None:
        """Write a query, run it, and wait for its end."""
        self.write(query)
        self.run()

    def read_columns(self) -> dict[str, list[str]]:
        """Return the whole table by column; things by their IRI."""
        results = self.panel.locator(".yasr_results")
        while results.get_by_role("button").count():
            results.get_by_role("button").click()
        names = results.locator("th").all_inner_texts()
        rows = results.locator("table").evaluate(READ_ROWS) if names else []
        return {name: [row[place] for row in rows] for place, name in enumerate(names)}
