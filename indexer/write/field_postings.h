// The words and stems of one document, field by field.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>
#include <xapian.h>

#include "common/index/schema.h"
#include "common/text/stemmer.h"

namespace pressmark {

// Collects terms for `document`, which, like `stemmer`, has to outlive it. Words get positions;
// stems are counted and written by finish(). What a post weighs by, and how long it is held to
// be, are its stems: words count only in fields that have none.
class FieldPostings {
 public:
  FieldPostings(Xapian::Document& document, Stemmer& stemmer) : document_(document), stemmer_(stemmer) {}

  // A folded word in every form that `field` has: as a word with its position, as a stem that
  // weighs `weight`.
  void add(Field field, std::string_view word, Xapian::termpos position, Xapian::termcount weight);

  // Writes the stems. Returns stem terms of Field::text with the words that have them, other
  // than the stem itself, in no particular order.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> finish();

 private:
  struct StemCount {
    Xapian::termcount weight = 0;
    Xapian::termpos last_position = 0;
  };
  struct TextHash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  void add_stem(Field field, std::string_view word, Xapian::termpos position, Xapian::termcount weight);

  Xapian::Document& document_;
  Stemmer& stemmer_;
  std::unordered_map<std::string, StemCount> stems_;
  std::unordered_map<std::string, std::string, TextHash, std::equal_to<>> forms_;  // word to stem term
};

}  // namespace pressmark
