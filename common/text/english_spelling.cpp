// British endings and words, and the exceptions that keep other words as they are.
#include "common/text/english_spelling.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace pressmark {
namespace {

using std::string_view;

struct Spelling {
  string_view british, american;
};

// Ends of words, longer ones first where one ends in another.
constexpr Spelling kEndings[] = {
    {"centre", "center"},       {"centres", "centers"},     {"centred", "centered"},
    {"centring", "centering"},  {"metre", "meter"},         {"metres", "meters"},
    {"litre", "liter"},         {"litres", "liters"},       {"fibre", "fiber"},
    {"fibres", "fibers"},       {"theatre", "theater"},     {"theatres", "theaters"},
    {"calibre", "caliber"},     {"alogue", "alog"},         {"alogues", "alogs"},
    {"alogued", "aloged"},      {"aloguing", "aloging"},    {"defence", "defense"},
    {"defences", "defenses"},   {"offence", "offense"},     {"offences", "offenses"},
    {"pretence", "pretense"},   {"licence", "license"},     {"licences", "licenses"},
    {"licenced", "licensed"},   {"licencing", "licensing"}, {"practise", "practice"},
    {"practises", "practices"}, {"practised", "practiced"}, {"practising", "practicing"},
    {"programme", "program"},   {"programmes", "programs"}, {"dgement", "dgment"},
    {"dgements", "dgments"},    {"dgemental", "dgmental"},  {"skilful", "skillful"},
    {"skilfully", "skillfully"}};

// Whole words, with any of the endings of kGreyEndings.
constexpr Spelling kGrey = {"grey", "gray"};
constexpr auto kGreyEndings =
    std::to_array<string_view>({"", "s", "ed", "ing", "er", "ish", "scale", "scales"});

// Starts of words.
constexpr Spelling kBeginnings[] = {{"artefact", "artifact"}, {"sceptic", "skeptic"}};

constexpr auto kIseEndings =
    std::to_array<string_view>({"e", "es", "ed", "er", "ers", "ing", "ings", "ingly", "able", "ation",
                                "ations", "ational", "ationally", "ement", "ements"});
constexpr auto kLyseEndings = std::to_array<string_view>({"e", "es", "ed", "er", "ers", "ing", "is"});
constexpr auto kOurEndings = std::to_array<string_view>(
    {"",      "s",   "ed",    "er",   "ers",   "ing",     "ings", "able", "ably", "al",
     "ally",  "ful", "fully", "hood", "hoods", "ism",     "ist",  "ists", "ite",  "ites",
     "itism", "ize", "izes",  "ized", "izing", "ization", "less", "ly",   "y",    "ies"});

// What precedes -ise in words spelled so on both sides, beyond the rules of takes_ize().
constexpr auto kIseWords = std::to_array<string_view>(
    {"advert", "chast",  "chem", "comprom",  "dem",      "desp",  "disenfranch", "enfranch",
     "expert", "franch", "mant", "merchand", "metropol", "moonr", "mort",        "parad",
     "pract",  "prem",   "prom", "sunr",     "surm",     "treat", "trell"});

bool contains(auto const& list, string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

// Puts `american` for the bytes [first, last).
void respell(std::string& word, std::size_t first, std::size_t last, string_view american) {
  word.replace(first, last - first, american);
}

// True for organ(ise), optim(ise); false for advise, exercise, surprise, likewise, noise.
bool takes_ize(string_view before) {
  constexpr std::size_t kShortest = 3;  // not rise, wise, arise, crises
  if (before.size() < kShortest || contains(kIseWords, before)) return false;
  switch (before.back()) {
    case 'a':
    case 'e':
    case 'o':
    case 'u':
    case 'w':
      return false;
    case 'c':
      return before.ends_with("ic") || before.ends_with("rac");
    case 'r':
      return !before.ends_with("pr");
    case 'v':
      return before.ends_with("tiv");
    default:
      return true;
  }
}

void respell_ise(std::string& word) {
  auto const at = word.rfind("is");
  if (at == std::string::npos || !contains(kIseEndings, string_view(word).substr(at + 2))) return;
  if (takes_ize(string_view(word).substr(0, at))) word[at + 1] = 'z';
}

// "analyses" is the verb and the plural of "analysis": these become one.
void respell_lyse(std::string& word) {
  constexpr std::size_t kShortest = 3;
  auto const at = word.rfind("lys");
  if (at == std::string::npos || at < kShortest || !contains(kLyseEndings, string_view(word).substr(at + 3)))
    return;
  word[at + 2] = 'z';
  if (word.ends_with("lyzis")) respell(word, word.size() - 2, word.size(), "e");
}

void respell_our(std::string& word) {
  constexpr std::size_t kShortest = 3;  // not four, hour, tourist, flour
  auto const at = word.rfind("our");
  if (at == std::string::npos || !contains(kOurEndings, string_view(word).substr(at + 3))) return;
  if (at >= kShortest || word.starts_with("odour")) respell(word, at, at + 3, "or");
}

}  // namespace

std::string american_spelling(string_view british) {
  std::string word(british);
  respell_ise(word);
  respell_lyse(word);
  respell_our(word);
  for (auto const& [from, to] : kEndings) {
    if (word.ends_with(from)) {
      respell(word, word.size() - from.size(), word.size(), to);
      break;
    }
  }
  for (auto const& [from, to] : kBeginnings) {
    if (word.starts_with(from)) respell(word, 0, from.size(), to);
  }
  if (word.starts_with(kGrey.british) &&
      contains(kGreyEndings, string_view(word).substr(kGrey.british.size()))) {
    respell(word, 0, kGrey.british.size(), kGrey.american);
  }
  return word;
}

}  // namespace pressmark
