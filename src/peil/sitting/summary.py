"""What a list of assessments shows of one, kept beside it so that a list need not open it."""

from typing import TYPE_CHECKING

import msgspec

from peil.store.summary import Summary, SummaryReadiness, SummarySource, is_list_path

if TYPE_CHECKING:
    from peil.sitting.view import View


def summarise(view: "View") -> Summary:
    """Return the summary of an assessment as it stands now."""
    assessment, scores = view.assessment, view.scores
    progress = view.walk.progress(view.walk.resume())
    foundations = [
        topic.stands
        for questionnaire in scores.questionnaires
        for topic in questionnaire.topics
        if topic.stands is not None and topic.high is not None
    ]
    list_path, list_digest = _list_file(view)
    return Summary(
        id=assessment.id,
        title=assessment.title,
        created=assessment.created,
        changed=assessment.changed,
        questionnaires=tuple(
            SummarySource(source.id, source.version) for source in assessment.sources
        ),
        answered=progress.answered,
        asked=progress.asked,
        core_answered=progress.core_answered,
        core_asked=progress.core_total,
        standing=foundations.count("yes"),
        foundations=len(foundations),
        demo=assessment.demo,
        to_look_at=len(view.to_look_at),
        list_path=list_path,
        list_digest=list_digest,
        readiness=SummaryReadiness(**msgspec.structs.asdict(scores.readiness)),
    )


def _list_file(view: "View") -> tuple[str, str]:
    """Return where the latest action list was written, and what it held; empty when unknown."""
    written = view.list_file
    if written is None or not is_list_path(written.path):
        return "", ""
    return written.path, written.digest
