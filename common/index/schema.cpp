// Terms of the field table, and lists in value slots.
#include "common/index/schema.h"

#include <algorithm>

#include "common/base/hash.h"
#include "common/index/packing.h"

namespace pressmark {
namespace {

constexpr bool fields_stand_at_their_index() {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    if (static_cast<std::size_t>(kFields[i].field) != i) return false;
  }
  return true;
}
static_assert(fields_stand_at_their_index(), "field_info() indexes the table by Field");

// Xapian stores a NUL in two bytes.
std::size_t stored_bytes(std::string_view text) {
  return text.size() + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0'));
}

}  // namespace

std::string word_term(Field field, std::string_view word) {
  std::string term(field_info(field).prefix);
  return term.append(word);
}

std::string stem_term(Field field, std::string_view stem) {
  std::string term("Z");
  return term.append(field_info(field).prefix).append(stem);
}

std::string key_term(Field field, std::string_view key) {
  std::string term(field_info(field).prefix);
  if (stored_bytes(key) > kMaxKeyBytes) return term.append(stable_hash({key}));
  return term.append(key);
}

std::string pack_strings(std::vector<std::string> const& strings) {
  std::string packed;
  for (auto const& string : strings) append_string(packed, string);
  return packed;
}

std::vector<std::string> unpack_strings(std::string_view packed) {
  std::vector<std::string> strings;
  PackedReader reader(packed);
  while (!reader.rest().empty()) {
    auto const string = reader.string();
    if (reader.failed()) break;
    strings.emplace_back(string);
  }
  return strings;
}

}  // namespace pressmark
