// Asks the program and looks into the index.
#include "store_state.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>

#include "blog.h"
#include "common/index/store_layout.h"
#include "tests/common/index/index_tables.h"

namespace pressmark {
namespace fs = std::filesystem;
namespace {

constexpr auto kQueries = std::to_array<char const*>({
    "harbour", "stone bridge", R"("winter" OR "lantern garden")", "category:travel river -copper", "light* 3",
    "",  // every post
});

// `text` without the lines in which a member of this name stands.
std::string without_members(std::string const& text, std::vector<std::string_view> const& names) {
  std::string kept;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    bool const is_left_out = std::any_of(names.begin(), names.end(), [&](std::string_view name) {
      return line.find('"' + std::string(name) + "\":") != std::string::npos;
    });
    if (!is_left_out) kept += line + '\n';
  }
  return kept;
}

std::string sorted_lines(std::string const& text) {
  std::vector<std::string> all;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) all.push_back(line + '\n');
  std::sort(all.begin(), all.end());
  std::string sorted;
  for (auto const& line : all) sorted += line;
  return sorted;
}

std::string output_of(fs::path const& store, std::vector<std::string> const& arguments) {
  auto const end = run(pressmark_command(store, arguments));
  if (end.status == 0 && end.err.empty()) return end.out;
  return "status " + std::to_string(end.status) + ", signal " + std::to_string(end.signal) + ": " + end.err;
}

}  // namespace

std::string answer_of(fs::path const& store, std::string const& query) {
  auto const end =
      run(pressmark_command(store, {"search", "--format", "json", "--facets", "--limit", "30", "--", query}));
  if (end.status == 2 && end.err.find("holds no index") != std::string::npos) return kNoIndex;
  bool const has_answer = (end.status == 0 || end.status == 1) && end.err.empty();
  if (!has_answer) {
    return query + ": status " + std::to_string(end.status) + ", signal " + std::to_string(end.signal) +
           ": " + end.err + end.out;
  }
  return without_members(end.out, {"processingTimeMs", "version"});
}

std::string answers_of(fs::path const& store) {
  std::string answers;
  for (auto const* query : kQueries) {
    auto const answer = answer_of(store, query);
    if (answer == kNoIndex && answers.empty()) return kNoIndex;
    answers += answer;
  }
  return answers;
}

StoreState state_of(fs::path const& store) {
  bool const has_index = current_generation(StoreLayout{store}).has_value();
  return {.answers = answers_of(store),
          .posts = sorted_lines(output_of(store, {"export"})),
          .counts = without_members(output_of(store, {"stats", "--format", "json"}),
                                    {"archiveBytes", "indexBytes", "generation", "lastRead"}),
          .index = has_index ? index_contents(store) : std::string()};
}

std::string difference(std::string const& got, std::string const& wanted) {
  if (got == wanted) return {};
  std::istringstream got_lines(got);
  std::istringstream wanted_lines(wanted);
  std::string got_line;
  std::string wanted_line;
  std::size_t number = 0;
  do {
    ++number;
    if (!std::getline(got_lines, got_line)) got_line = "(the end)";
    if (!std::getline(wanted_lines, wanted_line)) wanted_line = "(the end)";
  } while (got_line == wanted_line && (got_lines || wanted_lines));
  return "line " + std::to_string(number) + " is " + got_line.substr(0, 300) + "\n  and not " +
         wanted_line.substr(0, 300);
}

std::string difference(StoreState const& got, StoreState const& wanted) {
  for (auto const& [name, part] :
       {std::pair("the answers", &StoreState::answers), std::pair("the export", &StoreState::posts),
        std::pair("the counts", &StoreState::counts), std::pair("the index", &StoreState::index)}) {
    if (auto const found = difference(got.*part, wanted.*part); !found.empty()) {
      return std::string("in ") + name + ", " + found;
    }
  }
  return {};
}

std::string debris_in(fs::path const& store) {
  std::string debris;
  for (auto const& entry : fs::directory_iterator(store)) {
    auto const name = entry.path().filename().string();
    bool const belongs = name == "archive.db" || name == "index" || name == "CURRENT" || name == "lock";
    if (!belongs) debris += name + ' ';
  }
  int generations = 0;
  for (auto const& entry : fs::directory_iterator(StoreLayout{store}.index())) {
    auto const name = entry.path().filename().string();
    if (!is_generation_name(name) || ++generations > 2) debris += "index/" + name + ' ';
  }
  return debris;
}

std::string fault_in_failure(ProcessEnd const& end) {
  if (end.signal != 0) return "killed by signal " + std::to_string(end.signal);
  if (end.status != 2) return "status " + std::to_string(end.status) + ": " + end.out + end.err;
  auto const hint = end.err.find("\nhint: ");
  bool const has_both = end.err.starts_with("error: ") && hint == end.err.find('\n');
  bool const has_more = has_both && end.err.find('\n', hint + 1) != end.err.size() - 1;
  return has_both && !has_more ? std::string() : "said: " + end.err;
}

}  // namespace pressmark
