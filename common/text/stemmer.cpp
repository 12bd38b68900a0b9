// Snowball's stemmers (libstemmer, which only this file includes), with a cache.
#include "common/text/stemmer.h"

#include <algorithm>
#include <functional>
#include <libstemmer.h>
#include <unordered_map>

#include "common/strings/ascii.h"
#include "common/text/english_spelling.h"

namespace pressmark {
namespace {

// More distinct words than most blogs have; some 10 MB.
constexpr std::size_t kMaxCachedWords = 100'000;

constexpr std::string_view kEnglish = "en";

struct StemmerDeleter {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};
using Snowball = std::unique_ptr<sb_stemmer, StemmerDeleter>;

struct WordHash : std::hash<std::string_view> {
  using is_transparent = void;
};

// libstemmer knows languages by their codes, and algorithms by longer names that are not
// languages ("porter").
Snowball make_snowball(std::string const& language) {
  constexpr std::size_t kCodeBytes = 2;
  if (language.size() != kCodeBytes) return nullptr;
  auto const* const code = language == "nb" ? "no" : language.c_str();  // Bokmål is written Norwegian
  return Snowball(sb_stemmer_new(code, "UTF_8"));
}

// Endings that Snowball only knows with the accents that folding removes.
struct Ending {
  std::string_view language, folded, accented;
};
constexpr Ending kEndings[] = {
    {"es", "cion", "ción"}, {"es", "sion", "sión"}, {"pt", "cao", "ção"}, {"pt", "coes", "ções"}};

// `word` as the stemmer of `language` expects it.
std::string spelled_for_snowball(std::string_view word, std::string_view language) {
  if (language == kEnglish) return american_spelling(word);
  std::string spelled(word);
  for (auto const& ending : kEndings) {
    if (ending.language == language && word.ends_with(ending.folded)) {
      spelled.replace(word.size() - ending.folded.size(), ending.folded.size(), ending.accented);
      break;
    }
  }
  return spelled;
}

bool is_all_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

struct Stemmer::State {
  Snowball snowball;
  std::string language;
  std::unordered_map<std::string, std::string, WordHash, std::equal_to<>> stems;

  std::string make_stem(std::string_view word) const {
    auto const spelled = spelled_for_snowball(word, language);
    auto const* const stem = sb_stemmer_stem(
        snowball.get(), reinterpret_cast<sb_symbol const*>(spelled.data()), static_cast<int>(spelled.size()));
    if (stem == nullptr) return std::string(word);  // out of memory
    return {reinterpret_cast<char const*>(stem), static_cast<std::size_t>(sb_stemmer_length(snowball.get()))};
  }
};

Stemmer::Stemmer(std::string const& language) : state_(std::make_unique<State>()) {
  state_->snowball = make_snowball(language);
  state_->language = language;
}

Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string_view Stemmer::stem(std::string_view folded_word) {
  if (!state_->snowball || !is_all_letters(folded_word)) return folded_word;
  auto& stems = state_->stems;
  if (auto const known = stems.find(folded_word); known != stems.end()) return known->second;
  if (stems.size() >= kMaxCachedWords) stems.clear();
  return stems.emplace(folded_word, state_->make_stem(folded_word)).first->second;
}

}  // namespace pressmark
