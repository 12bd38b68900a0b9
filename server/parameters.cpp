// Takes a target apart and decodes its parameters.
#include "server/parameters.h"

#include <algorithm>
#include <optional>

#include "common/base/ascii.h"
#include "common/base/url.h"
#include "common/base/utf8.h"

namespace pressmark {
namespace {

std::optional<unsigned> hex_value(char c) {
  if (is_digit(c)) return static_cast<unsigned>(c - '0');
  if (lower(c) >= 'a' && lower(c) <= 'f') return static_cast<unsigned>(lower(c) - 'a') + 10U;
  return std::nullopt;
}

std::string form_decoded(std::string_view text) {
  std::string spaced(text);
  std::ranges::replace(spaced, '+', ' ');
  return percent_decoded(spaced);
}

}  // namespace

Target split_target(std::string_view target) {
  if (is_web_url(target)) {
    auto const path = target.find_first_of("/?", target.find("://") + 3);
    target.remove_prefix(std::min(path, target.size()));
  }
  auto const mark = std::min(target.find('?'), target.size());
  return {target.substr(0, mark), target.substr(std::min(mark + 1, target.size()))};
}

std::string percent_decoded(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && text.size() - i > 2) {
      auto const high = hex_value(text[i + 1]);
      auto const low = hex_value(text[i + 2]);
      if (high && low) {
        bytes += static_cast<char>(*high << 4U | *low);
        i += 2;
        continue;
      }
    }
    bytes += text[i];
  }
  return valid_utf8(bytes);
}

std::vector<Parameter> parse_parameters(std::string_view query) {
  std::vector<Parameter> parameters;
  for (auto const piece : split(query, "&")) {
    if (piece.empty()) continue;
    auto const equals = std::min(piece.find('='), piece.size());
    parameters.push_back({form_decoded(piece.substr(0, equals)),
                          form_decoded(piece.substr(std::min(equals + 1, piece.size())))});
  }
  return parameters;
}

}  // namespace pressmark
