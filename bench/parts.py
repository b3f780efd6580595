"""The parts of the benchmarks, by the letters that name them on the command line."""

PARTS = {
    "a": "The real handbook",
    "b": "Handbooks that were made up",
    "c": "From an edit to the page in the browser",
    "d": "The check alone",
    "e": "Citations",
    "f": "Printed guides and pages",
    "g": "Search",
}
MODULES = {
    "a": "real",
    "b": "scale",
    "c": "editing",
    "d": "checking",
    "e": "citing",
    "f": "printing",
    "g": "searching",
}
