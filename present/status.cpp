// The table from error code to exit status and HTTP status.
#include "present/status.h"

namespace pressmark {

Status status_of(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::usage:
      return {"usage", 2, 400};
    case ErrorCode::source_missing:
      return {"source-missing", 2, 404};
    case ErrorCode::bad_source:
      return {"bad-source", 2, 422};
    case ErrorCode::bad_configuration:
      return {"bad-configuration", 78, 500};
    case ErrorCode::store_missing:
      return {"store-missing", 2, 503};
    case ErrorCode::store_locked:
      return {"store-locked", 75, 503};
    case ErrorCode::store_unwritable:
      return {"store-unwritable", 2, 500};
    case ErrorCode::store_damaged:
      return {"store-damaged", 2, 500};
    case ErrorCode::store_newer:
      return {"store-newer", 2, 500};
    case ErrorCode::disk_full:
      return {"disk-full", 2, 507};
    case ErrorCode::gate_failed:
      return {"gate-failed", 1, 409};
    case ErrorCode::interrupted:
      return {"interrupted", 2, 503};
    case ErrorCode::internal:
      break;
  }
  return {"internal", 2, 500};
}

}  // namespace pressmark
