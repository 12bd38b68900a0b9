// Writes the line of a request.
#include "server/http/access_log.h"

#include <array>
#include <cstdio>

#include "common/strings/hex.h"
#include "server/http/parameters.h"

namespace pressmark {
namespace {

std::string printable(std::string_view text) {
  std::string plain;
  for (char const c : text) {
    if (c > ' ' && c < '\x7f') {
      plain += c;
    } else {
      append_hex(plain.append("\\x"), static_cast<unsigned char>(c));
    }
  }
  return plain;
}

}  // namespace

std::string access_line(Timestamp now, Request const& request, LoggedAnswer const& answer,
                        LoggedQueries queries) {
  auto target = std::string_view(request.target);
  bool const is_masked = queries == LoggedQueries::masked && target.find('?') != std::string_view::npos;
  if (is_masked) target = split_target(target).path;
  std::array<char, 48> figures{};
  std::snprintf(figures.data(), figures.size(), " %d %zu %.2fms\n", answer.status, answer.bytes,
                answer.taken.count());
  return format_rfc3339(now) + ' ' + printable(request.method) + ' ' + printable(target) +
         (is_masked ? "?..." : "") + figures.data();
}

}  // namespace pressmark
