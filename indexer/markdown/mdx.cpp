// Telling statements from prose, block by block.
#include "indexer/markdown/mdx.h"

#include "common/base/ascii.h"

namespace pressmark {

std::string without_modules(std::string_view mdx) {
  std::string result;
  bool in_code = false;
  bool in_statement = false;
  bool begins_block = true;
  for (auto const line : split(mdx, "\n")) {
    auto const bare = trim(line);
    bool const is_statement = line.starts_with("import ") || line.starts_with("export ");
    if (begins_block && !in_code) in_statement = is_statement;
    if (bare.starts_with("```") || bare.starts_with("~~~")) in_code = !in_code && !in_statement;
    if (!in_statement) (result += line) += '\n';
    begins_block = bare.empty();
    if (begins_block) in_statement = false;
  }
  return result;
}

}  // namespace pressmark
