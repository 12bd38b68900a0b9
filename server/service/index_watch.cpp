// Looks at the index now and then.
#include "server/service/index_watch.h"

namespace pressmark {

std::optional<IndexState> const& IndexWatch::state(SharedSettings const& settings, Time now) {
  bool const is_new = settings != settings_;
  if (is_new) {
    settings_ = settings;
    searcher_.reset();
  }
  if (is_new || now - looked_ >= kInterval) look(now);
  return state_;
}

void IndexWatch::look(Time now) {
  looked_ = now;
  try {
    if (!searcher_) searcher_.emplace(settings_->store, settings_->weights);
    state_ = searcher_->state();
    error_.reset();
  } catch (Error const& error) {
    state_.reset();
    error_.emplace(error);
  }
}

}  // namespace pressmark
