// Words to stems, per language.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace pressmark {

// The Snowball stemmer of one language, with a bounded cache of the words it has seen. For English,
// British spellings are brought to American ones first (-isation, -ise, -our, -yse, -re, …), so
// that both give one stem. Not thread-safe; cheap to construct.
class Stemmer {
 public:
  // A stemmer that changes nothing if `language` (primary_language()) has none.
  explicit Stemmer(std::string const& language);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  // The stem of a folded word; the word itself where it starts with a digit or holds anything
  // but letters. The view is valid as long as the Stemmer is not used again.
  [[nodiscard]] std::string_view stem(std::string_view folded_word);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pressmark
