// Progress goes to the terminal and to the service manager, as far as they listen.
#include "cli/process/long_work.h"

#include <utility>

#include "present/text/progress_text.h"

namespace pressmark {

ReportProgress LongWork::progress() {
  auto on_terminal = line_.callback();
  if (!service_.listens()) return on_terminal;
  return [this, on_terminal = std::move(on_terminal)](Progress const& progress) {
    if (on_terminal) on_terminal(progress);
    if (service_.is_status_due()) service_.send_status(progress_text(progress, {}));
  };
}

void LongWork::finish(std::string_view summary) {
  if (summary.ends_with('\n')) summary.remove_suffix(1);
  service_.send_status(summary);
}

}  // namespace pressmark
