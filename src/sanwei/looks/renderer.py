"""The form renderer: `FORM_RENDERER = "sanwei.looks.renderer.Looks"`. Needs `django.forms` among the installed apps."""

from __future__ import annotations

from dataclasses import dataclass, field

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting


class LooksBoundField(BoundField):
    """A bound field that knows where a link to it should lead and what describes it."""

    @property
    def anchor(self) -> str:
        """The id to jump to: the control itself, or the first one of a group of radio buttons or check boxes."""
        return self.id_for_label or f"{self.auto_id}_0"

    @property
    def limit(self) -> int | None:
        """The greatest number of characters where a counter stands under the box."""
        return getattr(self.field.widget, "limit", None)

    @property
    def only_with(self) -> str:
        """Another question and the answers with which this one is asked, as `name=answer answer`; empty: always."""
        name, *answers = getattr(self.field, "only_with", ()) or ("",)
        return f"{name}={' '.join(answers)}" if name else ""

    @property
    def aria_describedby(self) -> str | None:
        """Help, error and counter, in this order."""
        ids = super().aria_describedby
        if ids is None or not self.limit or not self.auto_id:
            return ids
        return f"{ids} {self.auto_id}_count".strip()


class Looks(TemplatesSetting):
    """Renders forms and fields through the parts of this room."""

    form_template_name = "looks/parts/form.html"
    formset_template_name = "looks/parts/formset.html"
    field_template_name = "looks/parts/field.html"
    bound_field_class = LooksBoundField


@dataclass(frozen=True)
class Group:
    """One fieldset of a form; without a legend it is drawn without a frame."""

    legend: str
    note: str
    fields: list[BoundField] = field(default_factory=list)


def groups(form: forms.BaseForm) -> list[Group]:
    """
    The visible fields of a form in its fieldsets.

    A form may carry `fieldsets = [(legend, [names]), (legend, [names], note), …]`; fields not named there come last.
    Raises LookupError for a name the form does not have.
    """
    plan = getattr(form, "fieldsets", None) or []
    made, placed = [], set()
    for legend, names, *note in plan:
        unknown = [name for name in names if name not in form.fields]
        if unknown:
            raise LookupError(f"{type(form).__name__}.fieldsets names unknown fields {unknown}")
        placed.update(names)
        bound = [form[name] for name in names if not form[name].is_hidden]
        if bound:
            made.append(Group(legend, note[0] if note else "", bound))
    rest = [bound for bound in form.visible_fields() if bound.name not in placed]
    if rest:
        made.append(Group("", "", rest))
    return made
