// The tables of a store's index, read and changed behind the program's back.
#pragma once

#include <filesystem>
#include <string>

namespace pressmark {

// The documents of the live generation by their ids, each with terms, frequencies, positions,
// values and data; then the terms, the synonyms and the metadata, all as text that can be
// compared. Left out are document numbers, which depend on the order of writing, and the
// archive's uuid.
[[nodiscard]] std::string index_contents(std::filesystem::path const& store);

// Makes the live generation the index of another archive, which forces the next run to rebuild it.
void disown_index(std::filesystem::path const& store);

}  // namespace pressmark
