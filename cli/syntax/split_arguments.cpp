// Splits the arguments of a command into options and operands.
#include "cli/syntax/split_arguments.h"

#include <algorithm>

namespace pressmark {

SplitArguments split_arguments(std::vector<std::string> const& arguments, UnknownDashes unknown_dashes,
                               std::function<OptionKind(std::string_view)> const& kind_of) {
  SplitArguments split;
  auto const end_of_options = std::ranges::find(arguments, "--");
  for (auto at = arguments.begin(); at != end_of_options; ++at) {
    auto const& argument = *at;
    auto const equals = argument.find('=');
    auto const name = argument.substr(0, equals);
    auto const kind = argument.starts_with("--") ? kind_of(name) : OptionKind::unknown;
    bool const dashes_are_words =
        unknown_dashes == UnknownDashes::operands_after_the_first && !split.operands.empty();
    if (kind == OptionKind::takes_value) {
      split.options.push_back(name);
      if (equals != std::string::npos) {
        split.options.push_back(argument.substr(equals + 1));
      } else if (at + 1 != end_of_options) {
        split.options.push_back(*++at);
      }
    } else if (kind == OptionKind::flag) {
      split.options.push_back(argument);
    } else if (argument.size() > 1 && argument.front() == '-' && !dashes_are_words) {
      split.options.push_back(argument);
    } else {
      split.operands.push_back(argument);
      if (argument.starts_with("--")) split.doubtful.push_back(argument);
    }
  }
  if (end_of_options != arguments.end()) {
    split.operands.insert(split.operands.end(), end_of_options + 1, arguments.end());
  }
  return split;
}

}  // namespace pressmark
