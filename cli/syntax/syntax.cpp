// Options on top of CLI11, which keeps them, assigns their values and finds what is wrong. This is the only
// file that knows it: it is costly to compile, and its own messages never get out.
//
// Which arguments are options is decided before (split_arguments.h): CLI11 would take "-hello" in a query for
// -h with more flags, "--limit=" for --limit with the next argument as its value, and "--" for a value.
// Numbers are read here, since CLI11 reads "010" as eight and accepts "0x10".
#include "cli/syntax/syntax.h"

#include <CLI/CLI.hpp>
#include <utility>

#include "common/base/error.h"
#include "common/strings/nearest_name.h"
#include "common/strings/number_text.h"

namespace pressmark {

namespace {

std::size_t parse_count(std::string const& option, std::string_view text, std::size_t max) {
  auto const count = parse_number<std::size_t>(text);
  if (!count || *count > max) {
    throw Error(ErrorCode::usage, option + " takes a number from 0 to " + std::to_string(max) + ", not \"" +
                                      std::string(text) + '"');
  }
  return *count;
}

}  // namespace

struct Syntax::Parser {
  CLI::App app;
};

Syntax::Syntax(std::string command, std::string usage, std::string summary, Uses uses)
    : command_(std::move(command)),
      usage_(std::move(usage)),
      summary_(std::move(summary)),
      parser_(std::make_unique<Parser>()) {
  parser_->app.set_help_flag("-h,--help", "show this help");
  if (uses == Uses::nothing) return;
  value("--store", "DIR", given_.store, "the store's directory, else $PRESSMARK_STORE");
  value("--config", "FILE", given_.config, "the configuration, else $PRESSMARK_CONFIG");
}

Syntax::~Syntax() = default;

void Syntax::example(std::string const& line) {
  examples_.push_back(line);
}

void Syntax::operands(std::string const& name, std::string const& help) {
  operands_.push_back({name, help});
}

void Syntax::value(std::string const& name, std::string const& placeholder, std::string& target,
                   std::string const& help) {
  parser_->app.add_option(name, target, help)->type_name(placeholder)->take_last();
}

void Syntax::values(std::string const& name, std::string const& placeholder, Arguments& target,
                    std::string const& help) {
  each(name, placeholder, help, [&target](std::string const& text) { target.push_back(text); });
}

void Syntax::count(std::string const& name, std::size_t max, std::size_t& target, std::string const& help) {
  each(name, "N", help + " (" + std::to_string(target) + ")",
       [&target, name, max](std::string const& text) { target = parse_count(name, text, max); });
}

void Syntax::flag(std::string const& name, bool& target, std::string const& help) {
  parser_->app.add_flag(name, target, help)->disable_flag_override();
}

// Not bound to a vector: of such a one CLI11 takes "[a,b]" for two values, which may be one of a category.
void Syntax::each(std::string const& name, std::string const& placeholder, std::string const& help,
                  std::function<void(std::string const&)> const& take) {
  auto const take_all = [take](Arguments const& given) {
    std::ranges::for_each(given, take);
    return true;
  };
  parser_->app.add_option(name, take_all, help)
      ->type_name(placeholder)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void Syntax::one_of(OptionName const& option, Arguments const& names, std::size_t initial,
                    std::function<void(std::size_t)> const& take) {
  std::string listed;
  for (auto const& one : names) listed += (listed.empty() ? "" : ", ") + one;
  auto const help = listed + " (" + names[initial] + ")";
  each(option.name, option.placeholder, help, [take, names, name = option.name](std::string const& text) {
    auto const found = std::ranges::find(names, text);
    if (found == names.end()) {
      throw Error(ErrorCode::usage, name + " has no \"" + text + '"', hint_among(text, names));
    }
    take(static_cast<std::size_t>(found - names.begin()));
  });
}

ParsedArguments Syntax::parse(Arguments const& arguments, UnknownDashes dashes) {
  auto const split = split_arguments(arguments, dashes, [&](std::string_view name) { return kind_of(name); });
  try {
    parser_->app.parse(Arguments(split.options.rbegin(), split.options.rend()));  // in this order for CLI11
  } catch (CLI::CallForHelp const&) {
    return {.help = help()};
  } catch (CLI::ExtrasError const&) {
    refuse_option(parser_->app.remaining().front(), dashes);
  } catch (CLI::ParseError const&) {
    refuse_value(split.options);
  }
  if (operands_.empty() && !split.operands.empty()) {
    throw Error(ErrorCode::usage, command_ + " takes no argument \"" + split.operands.front() + '"',
                see_help());
  }
  return {.operands = split.operands, .doubtful = split.doubtful};
}

std::string Syntax::nearest_option(std::string const& argument) const {
  Arguments names;
  for (auto const* const option : parser_->app.get_options()) {
    names.push_back("--" + option->get_lnames().front());
  }
  return did_you_mean(argument.substr(0, argument.find('=')), names);
}

// In the order a reader needs: what it does, how it is called, its options, examples.
std::string Syntax::help() const {
  auto rows = operands_;
  std::string before;  // options that share the help of the next one
  auto const& app = std::as_const(parser_->app);
  for (auto const* const option : app.get_options()) {
    if (option == app.get_help_ptr()) continue;
    before += option->get_name() + (option->get_type_name().empty() ? "" : ' ' + option->get_type_name());
    if (option->get_description().empty()) {
      before += ", ";
    } else {
      rows.push_back({std::exchange(before, {}), option->get_description()});
    }
  }
  rows.push_back({"-h, --help", app.get_help_ptr()->get_description()});
  std::size_t columns = 0;
  for (auto const& row : rows) columns = std::max(columns, row.name.size());

  auto text = summary_ + "\n\nUsage: pressmark " + command_ + ' ' + usage_ + "\n\n";
  for (auto const& [name, explanation] : rows) {
    text.append("  ").append(name).append(columns + 2 - name.size(), ' ').append(explanation) += '\n';
  }
  std::string_view label = "\nExample: ";
  for (auto const& line : examples_) {
    text.append(label).append(line) += '\n';
    label = "         ";
  }
  return text;
}

OptionKind Syntax::kind_of(std::string_view name) const {
  auto const* const option = parser_->app.get_option_no_throw(std::string(name));
  if (option == nullptr) return OptionKind::unknown;
  return option->get_items_expected_max() == 0 ? OptionKind::flag : OptionKind::takes_value;
}

std::string Syntax::see_help() const {
  return "see pressmark " + command_ + " --help";
}

void Syntax::refuse_option(std::string const& argument, UnknownDashes dashes) const {
  auto hint = nearest_option(argument);
  if (hint.empty() && dashes == UnknownDashes::operands_after_the_first) {
    hint = "to begin the query with it, write -- before";
  }
  throw Error(ErrorCode::usage, command_ + " has no option " + argument.substr(0, argument.find('=')),
              hint.empty() ? see_help() : hint);
}

// What CLI11 has left to object to: a flag with a value, or an option at the end without one.
void Syntax::refuse_value(Arguments const& options) const {
  for (auto const& option : options) {
    auto const equals = std::min(option.find('='), option.size());
    if (equals < option.size() && kind_of(option.substr(0, equals)) == OptionKind::flag) {
      throw Error(ErrorCode::usage, option.substr(0, equals) + " takes no value", see_help());
    }
  }
  throw Error(ErrorCode::usage, options.back() + " needs a value", see_help());
}

}  // namespace pressmark
