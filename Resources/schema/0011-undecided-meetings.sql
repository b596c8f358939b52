-- What the home page asks about bulletins: those with clauses that nobody has decided about.
CREATE INDEX meetings_undecided ON meetings (district, day DESC, id DESC, undecided) WHERE undecided > 0;
