"""The rules: one file per check. This is the explicit list; what is not here does not exist."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from site_builder.model.finding import Finding
from site_builder.model.outline import Outline, outline_of
from site_builder.model.project import Case, Project
from site_builder.rules import (
    a001_unreadable_record,
    a002_unknown_record_key,
    a003_missing_record_field,
    a004_wrong_record_value,
    a005_misquoted_structure,
    a006_misquoted_set_aside,
    a007_claimed_and_set_aside,
    a008_hidden_characters_in_article,
    a009_uncovered_figures,
    a010_awkward_article_name,
    a011_misquoted_revision,
    c001_unreadable_file,
    c002_unknown_key,
    c003_missing_field,
    c004_wrong_value,
    c005_unknown_article,
    c006_claim_name_collision,
    c007_awkward_name,
    c008_unfinished_claim,
    c009_hidden_characters,
    c010_unknown_excuse,
    c011_expired_excuse,
    c012_unused_excuse,
    c013_taken_address,
    c014_unpublished_language,
    c015_untranslated_text,
    e001_missing_evidence,
    e002_nameless_evidence,
    e003_impossible_evidence_date,
    e004_wordless_evidence,
    e005_repeated_evidence,
    e006_too_few_publishers,
    e007_missing_snapshot,
    e008_changed_snapshot,
    e009_misquoted_evidence,
    e010_missing_archived_copy,
    e011_stale_evidence,
    e012_figure_not_in_evidence,
    e013_incomparable_figure,
    f001_figure_not_in_quote,
    f002_figure_elsewhere,
    f003_unreadable_figure,
    f004_unit_differs,
    f005_undeclared_figure,
    f006_unsupported_figure,
    f007_wrong_calculation,
    f008_unsupported_count,
    h001_impossible_correction_date,
    h002_misordered_corrections,
    h003_unexplained_withdrawal,
    h004_silent_verdict_change,
    h005_silent_change,
    h006_vanished_claim,
    h007_unpublished_claim,
    h008_unnoticed_revision,
    h009_erased_correction,
    h010_changed_criterion,
    q001_quote_not_found,
    q002_ambiguous_quote,
    q003_cut_figure,
    q004_cut_word,
    q005_case_differs,
    q006_typography_differs,
    q007_quote_in_furniture,
    q008_misfit_surroundings,
    q009_quote_in_another_article,
    t001_unknown_chain_text,
    t002_misordered_chain,
    t003_chain_quote_not_found,
    t004_changed_figure,
    t005_lost_figure,
    t006_added_figure,
    t007_lost_name,
    t008_changed_negation,
    t009_uncompared_hop,
    t010_changed_limit,
    v001_unknown_verdict,
    v002_contradicted_verdict,
    v003_impossible_check_date,
    v004_contradicting_figures,
    v005_missing_stance,
)
from site_builder.rules.rule import ExcuseUse, Rule, Scope, make_rule
from site_builder.rules.wording import closest

__all__ = ["RULES", "ExcuseUse", "Rule", "Scope", "by_name", "nearest_name", "run", "run_on_excuses"]

RULES: tuple[Rule, ...] = tuple(
    make_rule(module)
    for module in (
        c001_unreadable_file,
        c002_unknown_key,
        c003_missing_field,
        c004_wrong_value,
        c005_unknown_article,
        c006_claim_name_collision,
        c007_awkward_name,
        c008_unfinished_claim,
        c009_hidden_characters,
        c010_unknown_excuse,
        c011_expired_excuse,
        c012_unused_excuse,
        c013_taken_address,
        c014_unpublished_language,
        c015_untranslated_text,
        a001_unreadable_record,
        a002_unknown_record_key,
        a003_missing_record_field,
        a004_wrong_record_value,
        a005_misquoted_structure,
        a006_misquoted_set_aside,
        a007_claimed_and_set_aside,
        a008_hidden_characters_in_article,
        a009_uncovered_figures,
        a010_awkward_article_name,
        a011_misquoted_revision,
        q001_quote_not_found,
        q002_ambiguous_quote,
        q003_cut_figure,
        q004_cut_word,
        q005_case_differs,
        q006_typography_differs,
        q007_quote_in_furniture,
        q008_misfit_surroundings,
        q009_quote_in_another_article,
        f001_figure_not_in_quote,
        f002_figure_elsewhere,
        f003_unreadable_figure,
        f004_unit_differs,
        f005_undeclared_figure,
        f006_unsupported_figure,
        f007_wrong_calculation,
        f008_unsupported_count,
        e001_missing_evidence,
        e002_nameless_evidence,
        e003_impossible_evidence_date,
        e004_wordless_evidence,
        e005_repeated_evidence,
        e006_too_few_publishers,
        e007_missing_snapshot,
        e008_changed_snapshot,
        e009_misquoted_evidence,
        e010_missing_archived_copy,
        e011_stale_evidence,
        e012_figure_not_in_evidence,
        e013_incomparable_figure,
        v001_unknown_verdict,
        v002_contradicted_verdict,
        v003_impossible_check_date,
        v004_contradicting_figures,
        v005_missing_stance,
        t001_unknown_chain_text,
        t002_misordered_chain,
        t003_chain_quote_not_found,
        t004_changed_figure,
        t005_lost_figure,
        t006_added_figure,
        t007_lost_name,
        t008_changed_negation,
        t009_uncompared_hop,
        t010_changed_limit,
        h001_impossible_correction_date,
        h002_misordered_corrections,
        h003_unexplained_withdrawal,
        h004_silent_verdict_change,
        h005_silent_change,
        h006_vanished_claim,
        h007_unpublished_claim,
        h008_unnoticed_revision,
        h009_erased_correction,
        h010_changed_criterion,
    )
)

_BY_NAME = {key: rule for rule in RULES for key in (rule.name, rule.code.casefold())}


def by_name(name: str) -> Rule | None:
    """Return the rule of this name or code, whatever its case; ``None`` where there is none."""
    return _BY_NAME.get(name.casefold())


def nearest_name(name: str) -> str:
    """Return the rule's name nearest to ``name`` in spelling; empty where none is near."""
    return closest(name, [rule.name for rule in RULES])


def run(
    project: Project,
    cases: Iterable[Case],
    *,
    scopes: Collection[Scope] = tuple(Scope),
    outline: Outline | None = None,
) -> Iterator[Finding]:
    """Yield what the rules find in the project: subject by subject, each before all of its rules in their order.

    Only the rules of ``scopes`` are asked. ``outline`` is that of the newsroom, where the project is but a part of it.

    So what several rules read in one claim is read once and then forgotten.
    """
    subjects: dict[str, Callable[[], Iterable[Any]]] = {
        "Project": lambda: (project,),
        "Outline": lambda: (outline or outline_of(project),),
        "Article": project.articles.values,
        "ClaimFile": lambda: project.claims,
        "Case": lambda: cases,
    }
    for kind, each in subjects.items():
        chosen = [rule for rule in RULES if rule.subject == kind and rule.scope in scopes]
        needs = sorted({rule.needs for rule in chosen} - {""})
        known: dict[tuple[bool, ...], list[Rule]] = {}
        for subject in each() if chosen else ():
            met = tuple([bool(getattr(subject.claim, field, ())) for field in needs])
            if met not in known:
                missing = {field for field, there in zip(needs, met, strict=True) if not there}
                known[met] = [rule for rule in chosen if rule.needs not in missing]
            for rule in known[met]:
                yield from rule.check(subject, project)


def run_on_excuses(uses: Iterable[ExcuseUse], project: Project) -> Iterator[Finding]:
    """Yield what the rules about excuses find, once the policy knows what each excuse covers."""
    for use in uses:
        for rule in RULES:
            if rule.subject == "ExcuseUse":
                yield from rule.check(use, project)
