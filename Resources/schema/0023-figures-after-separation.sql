-- A matter that was separated counts its days from then on; so the figures are made once more from the entries.
DELETE FROM figures;
DELETE FROM figure_sums;
DELETE FROM figures_made;
