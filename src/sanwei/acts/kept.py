"""Files that came with a form that was not accepted: kept for two hours, so that they need not be chosen again.

A browser cannot fill a file box again. So the files that were found good are stored, and the form carries a signed list
of them, which only the same officer can use, for the same act on the same matter. What is never used is an orphan:
`documents.drawing.sweep` removes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

from sanwei.documents import files
from sanwei.documents.uploads import CheckedUpload, check_upload
from sanwei.looks.fields import MultiFileField
from sanwei.looks.widgets import Card, CheckCards
from sanwei.looks.words import size_text

HOURS = 2
SALT = "sanwei.acts.kept"
LIST, CHOSEN = "kept_files", "kept_chosen"
PIECE = 1 << 16
GONE = f"先前选择的文件只保留 {HOURS} 小时，现在已经取不到了，请重新选择后再提交"


@dataclass(frozen=True)
class KeptFile:
    """A stored file, with what the look at it found (as in `CheckedUpload`)."""

    name: str
    kind: str
    content_type: str
    size: int
    sha256: str
    original_name: str

    def seek(self, place: int) -> None:
        """Every reading begins at the beginning."""

    def chunks(self) -> Iterator[bytes]:
        with files.path(self.name).open("rb") as stored:
            while piece := stored.read(PIECE):
                yield piece

    @property
    def there(self) -> bool:
        return files.path(self.name).is_file()

    def again(self) -> CheckedUpload:
        """The upload as if it had just been looked at; storing it compares its bytes with the digest."""
        return CheckedUpload(self, self.kind, self.content_type, self.size, self.sha256, self.original_name)


def keep(checked: CheckedUpload) -> KeptFile:
    """Store a file that was looked at."""
    checked.file.seek(0)
    name, sha256, size = files.keep(checked.file.chunks())
    return KeptFile(name, checked.kind, checked.content_type, size, sha256, checked.original_name)


def seal(kept: Iterable[KeptFile], owner: str) -> str:
    """The list as a text that cannot be changed; `owner` says whose it is and for what."""
    return signing.dumps([owner, [astuple(k) for k in kept]], salt=SALT, compress=True)


def unseal(text: str, owner: str) -> list[KeptFile]:
    """The list. Raises BadSignature when it is too old, not this owner's, altered, or a file is gone."""
    whose, kept = signing.loads(text, salt=SALT, max_age=HOURS * 3600)
    found = [KeptFile(*each) for each in kept]
    if whose != owner or not all(k.there for k in found):
        raise signing.BadSignature(GONE)
    return found


class UploadsField(MultiFileField):
    """Files whose content was looked at: the value is a list of `CheckedUpload`. `checked` are the good ones, also when
    others are not.
    """

    checked: list[CheckedUpload] = []

    def clean(self, value: Any) -> list[CheckedUpload]:
        self.checked, faults = [], []
        try:
            given = super().clean(value)
        except ValidationError as fault:
            faults += fault.messages
            given = [file for file in value or [] if not self._faults(file)][: self.max_files]
        for file in given:
            try:
                self.checked.append(check_upload(file))
            except ValidationError as fault:
                faults += fault.messages
        if faults:
            raise ValidationError(faults)
        return self.checked


class KeepingForm(forms.Form):
    """A form whose files survive its refusal. Call `offer_kept` when its fields stand, `keep_files` when it failed."""

    box = ""  # the name of its file box, empty where it has none

    def offer_kept(self, owner: str) -> None:
        """Put in the hidden list, and the choice among the files it names."""
        self.box = next((n for n, f in self.fields.items() if isinstance(f, UploadsField)), "")
        if not self.box:
            return
        self.owner, self.kept, self.gone = owner, [], False
        self.fields[LIST] = forms.CharField(required=False, widget=forms.HiddenInput)
        if not (self.is_bound and self.data.get(LIST)):
            return
        try:
            self.kept = unseal(self.data[LIST], owner)
        except signing.BadSignature:
            self.gone = True
        self._offer()

    def clean(self):
        cleaned = super().clean()
        if not self.box:
            return cleaned
        if self.gone:
            self.add_error(self.box, GONE)
        again = [k.again() for k in self.kept if k.name in (cleaned.get(CHOSEN) or ())]
        most = self.fields[self.box].max_files
        if again and self.box in cleaned:
            cleaned[self.box] = [*again, *cleaned[self.box]]
        if len(cleaned.get(self.box, ())) > most:
            self.add_error(self.box, f"连同先前选择的，最多 {most} 个文件，请取消勾选一些")
        return cleaned

    def keep_files(self) -> None:
        """The form was not accepted: store what was newly chosen and found good, and show it as chosen."""
        if not self.box:
            return
        fresh = [keep(checked) for checked in self.fields[self.box].checked]
        self.data = self.data.copy()
        chosen = [*self.data.getlist(CHOSEN), *(k.name for k in fresh)]
        self.kept = [*self.kept, *fresh]
        self.data[LIST] = seal(self.kept, self.owner) if self.kept else ""
        self.data.setlist(CHOSEN, chosen)
        self._offer()
        if fresh or not self.files:
            self.files = MultiValueDict()

    def _offer(self) -> None:
        if not self.kept:
            return
        choices = [(k.name, Card(k.original_name, note=size_text(k.size))) for k in self.kept]
        if CHOSEN not in self.fields:
            self.fields[CHOSEN] = forms.MultipleChoiceField(
                required=False,
                widget=CheckCards,
                label="已选择的文件",
                help_text="已经上传，提交时一并保存；不需要的取消勾选",
            )
            self.fields[self.box].required = False
        self.fields[CHOSEN].choices = choices
