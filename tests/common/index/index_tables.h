// The tables of an index, read and changed without the program.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>
#include <xapian.h>

namespace pressmark {

// All that a database holds, as text by what it is: documents by their identity with terms,
// frequencies, positions, values and data; then terms, synonyms and metadata. Left out are document
// numbers, which depend on the order of writing.
using IndexTables = std::map<std::string, std::string>;
[[nodiscard]] IndexTables index_tables(Xapian::Database const& database);

// The identities of the posts in the order of their document numbers.
[[nodiscard]] std::vector<std::string> posts_in_order(Xapian::Database const& database);

// The tables of a store's live generation, but for the archive's uuid, as one text.
[[nodiscard]] std::string index_contents(std::filesystem::path const& store);

// Makes the live generation the index of another archive, which forces the next run to rebuild it.
void disown_index(std::filesystem::path const& store);

}  // namespace pressmark
