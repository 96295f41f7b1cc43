"""What can be written with the answer to a question: note, evidence, flag; and its addresses."""

from peil.tui.page import Page


class WritingPage(Page):
    """A page on which one question is put."""

    def __init__(self) -> None:
        """Begin without a question."""
        super().__init__()
        self.question = ""
        """Full id of the question that is put."""

    def action_look_again(self) -> None:
        """Set or take off the flag."""
        wanted = not self.sitting.answer(self.question).look_again
        if self.peil.attempt(lambda: self.sitting.look_again(self.question, wanted=wanted)):
            self.peil.tell(
                self.say("Marked to look at again later.")
                if wanted
                else self.say("No longer marked.")
            )

    def action_note(self) -> None:
        """Open the note."""
        self._open_to_write("note", self.say("Note"), self.sitting.answer(self.question).note)

    def action_evidence(self) -> None:
        """Open the evidence."""
        answer = self.sitting.answer(self.question)
        self._open_to_write("evidence", self.say("Evidence"), answer.evidence)

    def _open_to_write(self, dialog: str, title: str, text: str) -> None:
        """Open a dialog with a text field; where nothing can be written, `text` to read."""
        if self.peil.refuses(dialog):
            return
        if not self.sitting.looks_only:
            self.peil.open_overlay(dialog)
        elif text:
            self.peil.read_aloud(title, text.split("\n"))
        else:
            self.peil.tell(self.sitting.refusal().sentence(self.say), "failed")

    def action_address(self) -> None:
        """Show the addresses beside the question, to open one of them."""
        from peil.tui.dialogs.address import AddressList, addresses_beside

        found = addresses_beside(self.sitting, self.question)
        dialog = self.peil.overlay("address")
        if found and isinstance(dialog, AddressList):
            dialog.about(found)
            self.peil.open_overlay("address")
        else:
            self.peil.tell(
                self.say(
                    "There is no address here: https://… or mailto:… in evidence, note or source."
                ),
                "faint",
            )
