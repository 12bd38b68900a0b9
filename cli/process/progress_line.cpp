// Writes over one line of the terminal.
#include "cli/process/progress_line.h"

#include <string>
#include <utility>

#include "present/text/progress_text.h"

namespace pressmark {
namespace {

using namespace std::chrono_literals;
constexpr auto kPatience = 400ms;  // before the line appears
constexpr auto kInterval = 100ms;  // between two versions of it

// Back to the first column, and erase to the end of the line (ECMA-48 §8.3.41, EL).
constexpr char const* kWipe = "\r\x1b[K";

}  // namespace

ProgressLine::ProgressLine(Context& context, Clock clock)
    : context_(context), clock_(std::move(clock)), stage_began_(clock_()), next_(stage_began_ + kPatience) {}

ProgressLine::~ProgressLine() {
  if (is_shown_) context_.err << kWipe << std::flush;
}

ReportProgress ProgressLine::callback() {
  if (!context_.err_is_terminal || context_.environment("TERM").value_or("") == "dumb") return {};
  return [this](Progress const& progress) { show(progress); };
}

void ProgressLine::show(Progress const& progress) {
  auto const now = clock_();
  bool const is_new_stage = progress.stage != stage_;
  if (is_new_stage) {
    stage_ = progress.stage;
    stage_began_ = now;
  }
  if (now < next_ && !(is_new_stage && is_shown_)) return;
  next_ = now + kInterval;
  auto const elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(now - stage_began_);
  auto text = progress_text(progress, elapsed);
  if (context_.columns > 0 && text.size() >= context_.columns) text.resize(context_.columns - 1);
  context_.err << kWipe << text << std::flush;
  is_shown_ = true;
}

}  // namespace pressmark
