// Splits a target and decodes its parameters.
#include "server/http/parameters.h"

#include <algorithm>

#include "common/strings/ascii.h"
#include "common/strings/utf8.h"
#include "common/url/percent_encoding.h"
#include "common/url/url.h"

namespace pressmark {
namespace {

std::string form_decoded(std::string_view text) {
  std::string spaced(text);
  std::ranges::replace(spaced, '+', ' ');
  return decoded_text(spaced);
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

std::string decoded_text(std::string_view text) {
  return valid_utf8(percent_decoded(text));
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
