// Finding where front matter ends.
#include "indexer/markdown/front_matter.h"

#include <algorithm>

#include "common/strings/number_text.h"
#include "indexer/markdown/front_value.h"

namespace pressmark {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The line at the start of `text`, without its end.
std::string_view line_at(std::string_view text) {
  auto line = text.substr(0, text.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

struct Fence {
  std::string_view opening;
  std::string_view closing;
  Result<JsonValue> (*parse)(std::string_view);
};

constexpr Fence kFences[] = {
    {"---", "---", parse_yaml_front_matter},     {"--- yaml", "---", parse_yaml_front_matter},
    {"---yaml", "---", parse_yaml_front_matter}, {"---toml", "---", parse_toml_front_matter},
    {"---json", "---", parse_json_front_matter}, {"+++", "+++", parse_toml_front_matter}};

// Where the JSON object that `text` begins with ends; npos if it does not.
std::size_t object_end(std::string_view text) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
      continue;
    }
    if (c == '"') in_string = true;
    if (c == '{') ++depth;
    if (c == '}' && --depth == 0) return i + 1;
  }
  return std::string_view::npos;
}

// `problem` with the line in the whole text: the front matter's own begins after `lines_before`.
Problem located(Problem problem, std::size_t lines_before) {
  auto const line = parse_number<std::size_t>(problem.where).value_or(0);
  if (line > 0) problem.where = std::to_string(line + lines_before);
  return problem;
}

Result<SplitDocument> read_fields(std::string_view matter, std::string_view body, Fence const& fence,
                                  std::size_t lines_before) {
  auto fields = fence.parse(matter);
  if (!fields) return unexpected(located(std::move(fields.error()), lines_before));
  return SplitDocument{.fields = std::move(*fields), .body = body, .has_front_matter = true};
}

Result<SplitDocument> split_fenced(std::string_view text, Fence const& fence) {
  auto const begin = std::min(text.find('\n'), text.size() - 1) + 1;
  for (auto at = begin; at < text.size();) {
    auto const line = line_at(text.substr(at));
    auto const next = std::min(text.find('\n', at), text.size() - 1) + 1;
    auto const bare = line.substr(0, line.find_last_not_of(" \t") + 1);
    if (bare == fence.closing || (fence.closing == "---" && bare == "...")) {
      auto result = read_fields(text.substr(begin, at - begin), text.substr(next), fence, 1);
      bool const is_prose = result && !scalar_text(result->fields).empty();  // between two rules
      return is_prose ? SplitDocument{.body = text} : result;
    }
    at = next;
  }
  return unexpected(
      Problem{"the front matter does not end: no line \"" + std::string(fence.closing) + "\"", "1"});
}

// The first line of `text` without spaces at its end.
std::string_view bare_line_at(std::string_view text) {
  auto const line = line_at(text);
  return line.substr(0, line.find_last_not_of(" \t") + 1);
}

// The fence that opens with the line `bare`; null if none does.
Fence const* fence_of(std::string_view bare) {
  auto const* fence = std::ranges::find(kFences, bare, &Fence::opening);
  return fence == std::end(kFences) ? nullptr : fence;
}

}  // namespace

bool begins_front_matter(std::string_view text) {
  return fence_of(bare_line_at(text)) != nullptr;
}

Result<SplitDocument> split_front_matter(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  auto const bare = bare_line_at(text);
  if (auto const* fence = fence_of(bare)) return split_fenced(text, *fence);
  if (bare.starts_with('{') && (bare.size() == 1 || bare.find('"') != std::string_view::npos)) {
    auto const end = object_end(text);
    if (end == std::string_view::npos)
      return unexpected(Problem{"the front matter does not end: no \"}\"", "1"});
    return read_fields(text.substr(0, end), text.substr(end), {"{", "}", parse_json_front_matter}, 0);
  }
  return SplitDocument{.body = text};
}

}  // namespace pressmark
