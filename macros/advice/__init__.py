"""What a careful editor says of words: one kind of advice a file, and never more than advice."""
