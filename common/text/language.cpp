// Language tags (BCP 47, RFC 5646).
#include "common/text/language.h"

#include <algorithm>

#include "common/strings/ascii.h"

namespace pressmark {
namespace {

constexpr std::size_t kMaxSubtagBytes = 8;  // RFC 5646 §2.1

bool is_subtag(std::string_view subtag) {
  return !subtag.empty() && subtag.size() <= kMaxSubtagBytes &&
         std::all_of(subtag.begin(), subtag.end(), [](char c) { return is_letter(c) || is_digit(c); });
}

// Every language in the registry has two or three letters; longer ones are reserved.
bool is_language_subtag(std::string_view subtag) {
  return (subtag.size() == 2 || subtag.size() == 3) && std::all_of(subtag.begin(), subtag.end(), is_letter);
}

}  // namespace

std::string primary_language(std::string_view tag) {
  auto const subtags = split(trim(tag), "-_");
  bool const valid =
      is_language_subtag(subtags.front()) && std::all_of(subtags.begin(), subtags.end(), is_subtag);
  return valid ? lower(subtags.front()) : std::string();
}

}  // namespace pressmark
