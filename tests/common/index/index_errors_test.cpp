// Every class of Xapian's errors as one of ours.
#include "common/index/index_errors.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <cerrno>
#include <functional>
#include <ostream>
#include <stdexcept>

using namespace pressmark;

namespace {

struct ErrorCase {
  char const* name;
  std::function<void()> raise;
  ErrorCode want;
  friend std::ostream& operator<<(std::ostream& out, ErrorCase const& c) { return out << c.name; }
};

template <typename XapianError>
std::function<void()> raising(int system_error = 0) {
  return [=] { throw XapianError("fault", system_error); };
}

ErrorCase const kErrorCases[] = {
    {"locked", raising<Xapian::DatabaseLockError>(), ErrorCode::store_locked},
    {"overtaken", raising<Xapian::DatabaseModifiedError>(), ErrorCode::store_locked},
    {"not found", raising<Xapian::DatabaseNotFoundError>(), ErrorCode::store_damaged},
    {"cannot open", raising<Xapian::DatabaseOpeningError>(), ErrorCode::store_damaged},
    {"other format", raising<Xapian::DatabaseVersionError>(), ErrorCode::store_newer},
    {"corrupt", raising<Xapian::DatabaseCorruptError>(), ErrorCode::store_damaged},
    {"cannot create", raising<Xapian::DatabaseCreateError>(), ErrorCode::store_unwritable},
    {"database", raising<Xapian::DatabaseError>(), ErrorCode::store_damaged},
    {"no document", raising<Xapian::DocNotFoundError>(), ErrorCode::store_damaged},
    {"bytes of an object", raising<Xapian::SerialisationError>(), ErrorCode::store_damaged},
    {"closed", raising<Xapian::DatabaseClosedError>(), ErrorCode::internal},
    {"wrong argument", raising<Xapian::InvalidArgumentError>(), ErrorCode::internal},
    {"wrong call", raising<Xapian::InvalidOperationError>(), ErrorCode::internal},
    {"unimplemented", raising<Xapian::UnimplementedError>(), ErrorCode::internal},
    {"assertion", raising<Xapian::AssertionError>(), ErrorCode::internal},
    {"xapian's own defect", raising<Xapian::InternalError>(), ErrorCode::internal},
    {"feature", raising<Xapian::FeatureUnavailableError>(), ErrorCode::internal},
    {"network", raising<Xapian::NetworkError>(), ErrorCode::internal},
    {"network time", raising<Xapian::NetworkTimeoutError>(), ErrorCode::internal},
    {"query", raising<Xapian::QueryParserError>(), ErrorCode::internal},
    {"range", raising<Xapian::RangeError>(), ErrorCode::internal},
    {"wildcard", raising<Xapian::WildcardError>(), ErrorCode::internal},
    {"full disk", raising<Xapian::DatabaseError>(ENOSPC), ErrorCode::disk_full},
    {"full disk while creating", raising<Xapian::DatabaseCreateError>(ENOSPC), ErrorCode::disk_full},
    {"used-up quota", raising<Xapian::DatabaseError>(EDQUOT), ErrorCode::disk_full},
    {"file size limit", raising<Xapian::DatabaseError>(EFBIG), ErrorCode::disk_full},
    {"permission", raising<Xapian::DatabaseOpeningError>(EACCES), ErrorCode::store_unwritable},
    {"read-only file system", raising<Xapian::DatabaseLockError>(EROFS), ErrorCode::store_unwritable},
    {"failing disk", raising<Xapian::DatabaseError>(EIO), ErrorCode::store_damaged},
    {"failing disk while locking", raising<Xapian::DatabaseLockError>(EIO), ErrorCode::store_damaged},
    {"full disk, told in the message only",
     [] { throw Xapian::DatabaseError("Error writing block: No space left on device"); },
     ErrorCode::disk_full},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(index_errors)

BOOST_DATA_TEST_CASE(each_error_has_its_code_and_keeps_its_message, boost::unit_test::data::make(kErrorCases),
                     c) {
  BOOST_CHECK_EXCEPTION(with_index_errors(c.raise), Error, [&](Error const& e) {
    bool const told = std::string_view(e.what()).find("fault") != std::string_view::npos ||
                      std::string_view(e.what()).find("No space") != std::string_view::npos;
    bool const hinted = !e.hint().empty() || e.code() == ErrorCode::internal;
    return e.code() == c.want && told && hinted;
  });
}

BOOST_AUTO_TEST_CASE(other_exceptions_pass_untouched) {
  BOOST_CHECK_THROW(with_index_errors([] { throw std::out_of_range("x"); }), std::out_of_range);
}

BOOST_AUTO_TEST_CASE(a_result_is_handed_through) {
  BOOST_TEST(with_index_errors([] { return 7; }) == 7);
}

BOOST_AUTO_TEST_SUITE_END()
