-- What is kept of search is an address: of a search, or of a comparison.
DROP TABLE saved_list;
