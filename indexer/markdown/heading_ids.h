// Ids of headings as GitHub makes them, and Hugo and Jekyll after it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace pressmark {

// The ids of one document.
class HeadingIds {
 public:
  // The id for a heading with this text: in lower case, '-' for spaces, without punctuation, "-1" and so on
  // after it if another has it.
  [[nodiscard]] std::string make(std::string_view text);

  // Notes an id that an author chose.
  void take(std::string const& id) { uses_.try_emplace(id, 0); }

 private:
  std::unordered_map<std::string, int> uses_;
};

}  // namespace pressmark
