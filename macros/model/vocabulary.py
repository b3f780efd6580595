"""The closed lists of words that content may use; what each word means stands beside it."""

from collections.abc import Iterable
from enum import StrEnum


class Word(StrEnum):
    """A word with the phrase that a reader sees for it."""

    label: str

    def __new__(cls, value: str, label: str) -> "Word":
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label
        return word


class PillarId(Word):
    RELATIONSHIP_BUILDER = "relationship-builder", "Relationship Builder"
    CONTINUOUS_LEARNER = "continuous-learner", "Continuous Learner"
    TALENT_CULTIVATOR = "talent-cultivator", "Talent Cultivator"
    RESOURCE_MAXIMIZER = "resource-maximizer", "Resource Maximizer"
    VISIONARY = "visionary", "Visionary"


class LegId(Word):
    SHARED_UNDERSTANDING = "shared-understanding", "Shared Understanding"
    JOINT_WORK = "joint-work", "Joint Work"
    EVIDENCE_OF_IMPACT = "evidence-of-impact", "Evidence of Impact"


class Population(Word):
    """Whom a claim speaks of, or whom a study studied."""

    STUDENTS = "students", "students"
    TEACHERS = "teachers", "teachers"
    TEACHER_TEAMS = "teacher-teams", "teams of teachers"
    SCHOOLS = "schools", "whole schools"
    PRINCIPALS = "principals", "principals"
    LEADER_TEAMS = "leader-teams", "leader teams in schools"
    DISTRICT_LEADERS = "district-leaders", "superintendents and district leaders"
    SCHOOL_NETWORKS = "school-networks", "groups of schools"
    WORK_TEAMS = "work-teams", "work teams outside schools"
    WORKERS = "workers", "workers outside schools"
    RESEARCH = "research", "the research itself"


def named_together(populations: Iterable[Population]) -> str:
    """Return populations as a phrase: teachers, whole schools and principals."""
    *first, last = (population.label for population in populations)
    return f"{', '.join(first)} and {last}" if first else last


class Relation(Word):
    """What a claim says about two things; the grade of a claim depends on it."""

    DEFINES = "defines", "says what a word means"
    PROPOSES = "proposes", "proposes an idea"
    DESCRIBES = "describes", "describes how things are"
    GOES_WITH = "goes-with", "says that two things go together"
    PREDICTS = "predicts", "says that one thing foretells another"
    CAUSES = "causes", "says that one thing brings about another"


class Role(Word):
    """What a source does for a claim."""

    SUPPORTS = "supports", "supports"
    DISPUTES = "disputes", "disputes"
    QUALIFIES = "qualifies", "qualifies"
    DEFINES = "defines", "defines"


class ReadAs(Word):
    """How much of a source was read for this finding."""

    FULL_TEXT = "full-text", "read in full"
    ABSTRACT = "abstract", "read as an abstract"
    SECONDARY = "secondary", "read second-hand"


class Raters(Word):
    """Who supplied the data that the finding compares."""

    SAME = "same", "the same people rated both sides"
    INDEPENDENT = "independent", "different people rated the two sides"
    RECORDS = "records", "test scores or other records"


class Design(Word):
    """How a study was done."""

    RANDOMISED_TRIAL = "randomised-trial", "randomized trial"
    QUASI_EXPERIMENT = "quasi-experiment", "quasi-experiment"
    LONGITUDINAL = "longitudinal", "longitudinal study"
    CROSS_SECTIONAL = "cross-sectional-survey", "cross-sectional survey"
    META_ANALYSIS = "meta-analysis", "meta-analysis"
    SYNTHESIS = "synthesis", "synthesis of studies"
    CASE_STUDY = "case-study", "case study"
    REPORT = "report", "report"
    THEORY = "theory", "theory"
    PRACTITIONER_BOOK = "practitioner-book", "practitioner text"


class Interest(Word):
    """What the authors stand to gain."""

    NONE = "none", "none known"
    FRAMEWORK_AUTHOR = "framework-author", "author of the framework"
    VENDOR = "vendor", "sells the program or training"


class Status(Word):
    OK = "ok", "no notice known"
    CORRECTED = "corrected", "corrected"
    CONCERN = "concern", "under an expression of concern"
    RETRACTED = "retracted", "retracted"


class Metric(Word):
    """The unit of a statistic."""

    D = "d", "d"
    G = "g", "g"
    R = "r", "r"
    RHO = "rho", "ρ"
    BETA = "beta", "β"
    STANDARD_DEVIATIONS = "sd", "standard deviations"
    PERCENT = "percent", "percent"
    PERCENTAGE_POINTS = "percentage-points", "percentage points"
    MONTHS = "months", "months of learning"
    COUNT = "count", "in number"
    VARIANCE = "variance-explained", "percent of the variance"


class PromptType(Word):
    LOCATE = "locate", "Find it in the text"
    CONNECT = "connect", "Connect it to your school"
    CHALLENGE = "challenge", "Challenge the evidence"
    APPLY = "apply", "Put it to work"
    COMMIT = "commit", "Commit to a step"


class Outcome(Word):
    """What the last review did to an entry."""

    NEW = "new", "first published"
    CHANGED = "changed", "reviewed and changed"
    UNCHANGED = "unchanged", "reviewed, unchanged"


class Purpose(Word):
    """What a discussion protocol is for."""

    READ_CLOSELY = "read-closely", "open a text closely"
    HEAR_EVERY_VOICE = "hear-every-voice", "hear every voice"
    CHALLENGE_EVIDENCE = "challenge-evidence", "challenge the evidence"
    TUNE_A_PLAN = "tune-a-plan", "tune a plan"
    LOOK_AT_DATA = "look-at-data", "look at data"
    CONSULT = "consult", "consult on a dilemma"
    DECIDE = "decide", "decide"
    REVIEW_IMPACT = "review-impact", "review impact"


class Amount(Word):
    """How much of a page a step of a reading path asks for."""

    WHOLE = "whole", "the whole page"
    TOP = "top", "what stands above the first heading"
    NOTHING = "nothing", "nothing of it yet"


class SheetKind(Word):
    """What a part of a printed sheet is."""

    LINES = "lines", "lines to write on"
    TABLE = "table", "a table to fill in"
    CHECKLIST = "checklist", "boxes to tick"
    SCALE = "scale", "numbers to circle"
    TEXT = "text", "something to read"


class PartKind(Word):
    """What happens in a part of a guide's session."""

    OPENING = "opening", "Opening"
    READING = "reading", "Reading"
    PROTOCOL = "protocol", "Protocol"
    DISCUSSION = "discussion", "Discussion"
    WRITING = "writing", "Private writing"
    EVIDENCE = "evidence", "Evidence"
    COMMITMENT = "commitment", "Commitments"
    DEBRIEF = "debrief", "Debrief"
