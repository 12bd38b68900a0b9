// Values of TOML into values of settings.
#include "common/config/table_reader.h"

#include <algorithm>
#include <cmath>

#include "common/base/error.h"
#include "common/base/setting.h"
#include "common/strings/nearest_name.h"

namespace pressmark {
namespace {

// "a number from 1 to 10", or without an end where there is none.
std::string range_text(std::string const& kind, double least, double most) {
  auto text = kind + " from " + number_text(least);
  return most < std::numeric_limits<double>::max() ? text + " to " + number_text(most) : text + " up";
}

}  // namespace

Error wrong_kind(std::string const& name, TomlValue const& value, std::string const& wanted) {
  return bad_setting(value.origin, name + " is " + wanted + ", not " + std::string(kind_of(value)));
}

double read_number(std::string const& name, TomlValue const& value, double least, double most) {
  auto const* const real = std::get_if<double>(&value.content);
  auto const* const whole = std::get_if<std::int64_t>(&value.content);
  if (real == nullptr && whole == nullptr) throw wrong_kind(name, value, "a number");
  auto const number = real != nullptr ? *real : static_cast<double>(*whole);
  // Written so that it refuses what is no number, too.
  if (!(number >= least && number <= most)) {
    throw bad_setting(value.origin,
                      name + " is " + range_text("a number", least, most) + ", not " + number_text(number));
  }
  return number;
}

std::size_t read_count(std::string const& name, TomlValue const& value, double least, double most) {
  auto const number = read_number(name, value, least, most);
  if (number != std::floor(number)) {
    throw bad_setting(value.origin, name + " is a whole number, not " + number_text(number));
  }
  return static_cast<std::size_t>(number);
}

bool read_truth(std::string const& name, TomlValue const& value) {
  auto const* const truth = std::get_if<bool>(&value.content);
  if (truth == nullptr) throw wrong_kind(name, value, "true or false");
  return *truth;
}

std::string read_text(std::string const& name, TomlValue const& value,
                      std::span<std::string_view const> choices) {
  auto const* const text = std::get_if<std::string>(&value.content);
  if (text == nullptr) throw wrong_kind(name, value, "text");
  if (!choices.empty() && std::ranges::find(choices, *text) == choices.end()) {
    std::vector<std::string> const names(choices.begin(), choices.end());
    throw bad_setting(value.origin, name + " has no \"" + *text + '"', hint_among(*text, names));
  }
  return *text;
}

std::filesystem::path read_path(std::string const& name, TomlValue const& value) {
  auto const text = read_text(name, value);
  if (text.empty()) return {};
  return std::filesystem::path(value.origin.file).parent_path() / text;
}

std::vector<std::string> read_texts(std::string const& name, TomlValue const& value) {
  auto const* const array = std::get_if<TomlArray>(&value.content);
  if (array == nullptr) throw wrong_kind(name, value, "a list of texts");
  std::vector<std::string> texts;
  for (auto const& element : *array) texts.push_back(read_text("each of " + name, element));
  return texts;
}

TomlTable const& read_table(std::string const& name, TomlValue const& value) {
  auto const* const table = std::get_if<TomlTable>(&value.content);
  if (table == nullptr) throw wrong_kind(name, value, "a table");
  return *table;
}

void refuse_unknown_setting(std::string const& name, std::vector<std::string> const& known,
                            Origin const& origin) {
  throw bad_setting(origin, "there is no setting \"" + name + '"', hint_among(name, known));
}

}  // namespace pressmark
