// Names of months and weekdays as tables, a row a language.
#include "common/date/date_names.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/strings/ascii.h"
#include "common/strings/utf8.h"

namespace pressmark {
namespace {

template <std::size_t size>
using Names = std::array<std::string_view, size>;

constexpr Names<12> kMonths[] = {
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
     "november", "december"},
    {"januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober",
     "november", "dezember"},
    {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
     "novembre", "décembre"},
    {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
     "noviembre", "diciembre"},
    {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
     "novembre", "dicembre"},
    {"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro",
     "novembro", "dezembro"},
    {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
     "november", "december"},
    {"ιανουάριος", "φεβρουάριος", "μάρτιος", "απρίλιος", "μάιος", "ιούνιος", "ιούλιος", "αύγουστος",
     "σεπτέμβριος", "οκτώβριος", "νοέμβριος", "δεκέμβριος"},
    {"stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września",
     "października", "listopada", "grudnia"},
    {"styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec", "lipiec", "sierpień", "wrzesień",
     "październik", "listopad", "grudzień"},
    // Other spellings, of some languages.
    {"jänner", "fevrier", "maerz", "", "", "", "", "aout", "setiembre", "", "", "decembre"},
    {"", "", "mrz", "", "", "", "", "", "", "", "", ""},
};

// From Sunday, as std::chrono::weekday counts.
constexpr Names<7> kWeekdays[] = {
    {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"},
    {"sonntag", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag"},
    {"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"},
    {"domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"},
    {"domenica", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato"},
    {"domingo", "segunda", "terça", "quarta", "quinta", "sexta", "sábado"},
    {"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"},
    {"κυριακή", "δευτέρα", "τρίτη", "τετάρτη", "πέμπτη", "παρασκευή", "σάββατο"},
};
constexpr Names<7> kGermanWeekdays = {"so", "mo", "di", "mi", "do", "fr", "sa"};

// Lower case for the letters of the tables: ASCII, and the Greek capitals without an accent.
std::string lower_letters(std::string_view word) {
  std::string result;
  for (std::size_t offset = 0; offset < word.size();) {
    auto const [value, bytes] = decode_utf8(word, offset);
    bool const is_greek_capital = value >= U'Α' && value <= U'Ω';
    append_utf8(result, is_greek_capital ? value + (U'α' - U'Α')
                        : value < 0x80   ? lower(static_cast<char>(value))
                                         : value);
    offset += bytes;
  }
  return result;
}

// The one column in which a name begins with `word`.
template <std::size_t columns, std::size_t rows>
std::optional<unsigned> column_named(Names<columns> const (&table)[rows], std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  if (count_code_points(word) < 3) return std::nullopt;
  auto const name = lower_letters(word);
  std::optional<unsigned> found;
  for (auto const& row : table) {
    for (unsigned column = 0; column < columns; ++column) {
      if (!row[column].starts_with(name)) continue;
      if (found && *found != column) return std::nullopt;
      found = column;
    }
  }
  return found;
}

}  // namespace

std::optional<std::chrono::month> month_named(std::string_view word) {
  auto const column = column_named(kMonths, word);
  return column ? std::optional(std::chrono::month{*column + 1}) : std::nullopt;
}

std::optional<std::chrono::weekday> weekday_named(std::string_view word) {
  if (auto const column = column_named(kWeekdays, word)) return std::chrono::weekday{*column};
  if (word.ends_with('.')) word.remove_suffix(1);
  auto const* const known = std::find_if(kGermanWeekdays.begin(), kGermanWeekdays.end(),
                                         [&](auto const& day) { return equal_ignoring_case(day, word); });
  if (known == kGermanWeekdays.end()) return std::nullopt;
  return std::chrono::weekday{static_cast<unsigned>(known - kGermanWeekdays.begin())};
}

}  // namespace pressmark
