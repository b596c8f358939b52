-- What the home page asks: meetings with clauses that nobody has decided about, and sums of the counters.
CREATE INDEX meetings_undecided ON meetings (district, day DESC, id DESC, undecided) WHERE undecided > 0;
-- Sums over the district read these lines and no row; what they replace made each a look-up.
CREATE INDEX counters_sums ON counters (district, phase, due_key, unit, amount);
DROP INDEX counters_phase;
