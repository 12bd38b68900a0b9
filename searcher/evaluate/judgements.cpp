// Reads judged queries: our own tab-separated form and the TREC pair of files.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/error.h"
#include "common/base/files.h"
#include "common/strings/number_text.h"
#include "searcher/evaluate/evaluate.h"

namespace pressmark {
namespace {

constexpr std::size_t kMaxFileBytes = std::size_t{64} << 20;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> fields;
  for (;;) {
    auto const end = text.find(separator);
    fields.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return fields;
    text.remove_prefix(end + 1);
  }
}

std::vector<std::string_view> split_at_whitespace(std::string_view text) {
  std::vector<std::string_view> fields;
  for (std::size_t at = 0; (at = text.find_first_not_of(" \t", at)) != std::string_view::npos;) {
    auto const end = std::min(text.find_first_of(" \t", at), text.size());
    fields.push_back(text.substr(at, end - at));
    at = end;
  }
  return fields;
}

// Calls `on_line(line, number)` for every line that is not empty.
template <typename OnLine>
void visit_lines(std::string_view text, OnLine&& on_line) {
  std::size_t number = 0;
  for (auto line : split(text, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty()) on_line(line, number);
  }
}

constexpr char const* kOwnForm =
    "a line is: id, query, kind, relevant places as path[#anchor]=grade with commas between, note; "
    "separated by tabs";

[[noreturn]] void bad_line(std::filesystem::path const& file, std::size_t number, std::string const& what,
                           std::string const& hint = {}) {
  throw Error(ErrorCode::bad_source, file.string() + ":" + std::to_string(number) + ": " + what, hint);
}

std::vector<std::pair<std::string, int>> parse_relevant(std::string_view text,
                                                        std::filesystem::path const& file,
                                                        std::size_t number) {
  std::vector<std::pair<std::string, int>> relevant;
  if (text.empty()) return relevant;
  for (auto const item : split(text, ',')) {
    auto const equals = item.rfind('=');
    auto const grade =
        equals == std::string_view::npos ? std::nullopt : parse_number<int>(item.substr(equals + 1));
    if (!grade || equals == 0)
      bad_line(file, number, "'" + std::string(item) + "' is not a place with a grade", kOwnForm);
    relevant.emplace_back(item.substr(0, equals), *grade);
  }
  return relevant;
}

}  // namespace

std::vector<JudgedQuery> read_judgements(std::filesystem::path const& file) {
  std::vector<JudgedQuery> judged;
  visit_lines(read_file(file, kMaxFileBytes), [&](std::string_view line, std::size_t number) {
    auto const fields = split(line, '\t');
    if (number == 1 && fields.front() == "qid") return;
    if (fields.size() < 4) bad_line(file, number, "fewer than four fields", kOwnForm);
    JudgedQuery query;
    query.id = fields[0];
    query.query = fields[1];
    query.kind = fields[2];
    query.relevant = parse_relevant(fields[3], file, number);
    if (fields.size() > 4) query.note = fields[4];
    judged.push_back(std::move(query));
  });
  return judged;
}

std::vector<JudgedQuery> read_trec(std::filesystem::path const& queries, std::filesystem::path const& qrels) {
  std::vector<JudgedQuery> judged;
  std::map<std::string, std::size_t, std::less<>> by_id;
  visit_lines(read_file(queries, kMaxFileBytes), [&](std::string_view line, std::size_t number) {
    auto const fields = split(line, '\t');
    if (number == 1 && fields.front() == "qid") return;
    if (fields.size() < 2) bad_line(queries, number, "a query is its id, a tab and its text");
    by_id.emplace(fields[0], judged.size());
    JudgedQuery query;
    query.id = fields[0];
    query.query = fields[1];
    query.kind = fields.size() > 2 && !fields[2].empty() ? std::string(fields[2]) : "trec";
    judged.push_back(std::move(query));
  });
  visit_lines(read_file(qrels, kMaxFileBytes), [&](std::string_view line, std::size_t number) {
    auto const fields = split_at_whitespace(line);
    if (number == 1 && !fields.empty() && fields.front() == "qid") return;
    auto const grade = fields.size() == 4 ? parse_number<int>(fields[3]) : std::nullopt;
    if (!grade) bad_line(qrels, number, "a judgement is: query, 0, document, grade");
    auto const known = by_id.find(fields[0]);
    if (known != by_id.end() && *grade > 0) judged[known->second].relevant.emplace_back(fields[2], *grade);
  });
  return judged;
}

void read_exclusions(std::filesystem::path const& file, std::vector<JudgedQuery>& judged) {
  std::map<std::string_view, std::size_t> by_id;
  for (std::size_t i = 0; i < judged.size(); ++i) by_id.emplace(judged[i].id, i);
  auto const text = read_file(file, kMaxFileBytes);
  visit_lines(text, [&](std::string_view line, std::size_t number) {
    auto const fields = split_at_whitespace(line);
    if (fields.size() != 2) {
      bad_line(file, number, "an exclusion is: query, document");
    }
    auto const known = by_id.find(fields[0]);
    if (known != by_id.end()) judged[known->second].excluded.emplace_back(fields[1]);
  });
}

}  // namespace pressmark
