// One command's syntax: its options are declared with the variables they fill, then arguments are parsed.
#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/syntax/settings.h"
#include "cli/syntax/split_arguments.h"

namespace pressmark {

using Arguments = std::vector<std::string>;

// A value that an option can have, under the name users give it.
template <typename Value>
struct Choice {
  std::string_view name;
  Value value;
};

// What the arguments of a command hold besides the options that filled their variables.
struct ParsedArguments {
  Arguments operands;
  Arguments doubtful;               // operands that look like long options
  std::optional<std::string> help;  // asked for instead of anything else
};

// Whether a command works on the store, and so knows --store and --config.
enum class Uses { store, nothing };

// Every command knows --help. Variables that options fill have to outlive parse().
class Syntax {
 public:
  // `command` is the name, `usage` what follows "pressmark COMMAND", `summary` a sentence or two for
  // the help.
  Syntax(std::string command, std::string usage, std::string summary, Uses uses = Uses::store);
  ~Syntax();
  Syntax(Syntax const&) = delete;
  Syntax& operator=(Syntax const&) = delete;

  // A command line for the help, which shows them in the order of the calls.
  void example(std::string const& line);

  // Declares what may stand beside the options, with its help. A command that declares none takes none.
  void operands(std::string const& name, std::string const& help);

  // Of an option given several times the last counts, except for values(). One declared without a help
  // shares that of the next one.
  void value(std::string const& name, std::string const& placeholder, std::string& target,
             std::string const& help);
  void values(std::string const& name, std::string const& placeholder, Arguments& target,
              std::string const& help);
  void count(std::string const& name, std::size_t max, std::size_t& target, std::string const& help);
  void flag(std::string const& name, bool& target, std::string const& help);

  // One of `choices`, which have to outlive parse(); the help lists them, with the one there is.
  template <typename Value, std::size_t kCount>
  void choice(std::string const& name, std::string const& placeholder,
              std::array<Choice<Value>, kCount> const& choices, Value& target) {
    Arguments names;
    for (auto const& one : choices) names.emplace_back(one.name);
    auto const initial = std::ranges::find(choices, target, &Choice<Value>::value) - choices.begin();
    one_of({name, placeholder}, names, static_cast<std::size_t>(initial),
           [&target, &choices](std::size_t index) { target = choices[index].value; });
  }

  // Calls `take` for each value the option is given.
  void each(std::string const& name, std::string const& placeholder, std::string const& help,
            std::function<void(std::string const&)> const& take);

  // Fills the variables and separates the operands. Throws Error{usage}.
  [[nodiscard]] ParsedArguments parse(Arguments const& arguments,
                                      UnknownDashes dashes = UnknownDashes::options);

  // "did you mean --name?", or nothing.
  [[nodiscard]] std::string nearest_option(std::string const& argument) const;

  // What --store and --config were given, if they were.
  [[nodiscard]] GivenSettings const& given() const { return given_; }

 private:
  struct Parser;
  struct Operand {
    std::string name;
    std::string help;
  };
  struct OptionName {
    std::string name;
    std::string placeholder;
  };

  void one_of(OptionName const& option, Arguments const& names, std::size_t initial,
              std::function<void(std::size_t)> const& take);
  [[nodiscard]] std::string help() const;
  [[nodiscard]] std::string see_help() const;
  [[nodiscard]] OptionKind kind_of(std::string_view name) const;
  [[noreturn]] void refuse_option(std::string const& argument, UnknownDashes dashes) const;
  [[noreturn]] void refuse_value(Arguments const& options) const;

  std::string command_;
  std::string usage_;
  std::string summary_;
  std::vector<Operand> operands_;
  Arguments examples_;
  GivenSettings given_;
  std::unique_ptr<Parser> parser_;
};

}  // namespace pressmark
