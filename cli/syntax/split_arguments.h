// Splits arguments into the options and the operands of a command.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace pressmark {

enum class OptionKind { unknown, flag, takes_value };

// What an argument is that starts with '-' and is no long option the command knows.
enum class UnknownDashes {
  options,                  // left to the parser of options, to refuse
  operands_after_the_first  // "foo -bar" is a query; before its first word as above
};

struct SplitArguments {
  std::vector<std::string> options;  // "--name", and after it the value of one that takes a value
  std::vector<std::string> operands;
  std::vector<std::string> doubtful;  // operands that look like long options
};

// Long options that `kind_of` (given "--name") knows are options wherever they stand, up to
// "--"; `--name=value` becomes two arguments. "-" is an operand.
[[nodiscard]] SplitArguments split_arguments(std::vector<std::string> const& arguments,
                                             UnknownDashes unknown_dashes,
                                             std::function<OptionKind(std::string_view)> const& kind_of);

}  // namespace pressmark
