package dev.marketlake.lake.store;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import okhttp3.Response;

/** Turns what the MinIO SDK throws into a {@link StoreFailure}. */
final class StoreAnswers {
    private final StoreSettings settings;

    StoreAnswers(StoreSettings settings) {
        this.settings = settings;
    }

    /** A call of the SDK. */
    interface Call<T> {
        T make() throws MinioException, IOException, GeneralSecurityException;
    }

    <T> T about(String key, Call<T> call) throws StoreFailure {
        try {
            return call.make();
        } catch (ErrorResponseException e) {
            throw refused(key, e);
        } catch (MinioException | IOException | GeneralSecurityException e) {
            throw unavailable(key, e);
        } catch (RuntimeException e) {
            // The SDK wraps a refused connection in one of these.
            if (hasIoCause(e)) {
                throw unavailable(key, e);
            }
            throw e;
        }
    }

    private StoreFailure refused(String key, ErrorResponseException e) {
        Response response = e.response();
        int status = response == null ? 0 : response.code();
        String code = e.errorResponse() == null
                ? ""
                : String.valueOf(e.errorResponse().code());
        return switch (status) {
            case 404 -> new StoreFailure.NotFound("NoSuchBucket".equals(code) ? "bucket " + settings.bucket() : key);
            case 412 -> new StoreFailure.AlreadyExists(key);
            case 409 -> new StoreFailure.Conflict(key);
            case 401, 403 ->
                new StoreFailure.Denied("the object store at " + settings.endpoint() + " refuses our credentials ("
                        + code + "): correct S3_ACCESS_KEY and S3_SECRET_KEY, or the rights of that user on bucket "
                        + settings.bucket());
            default -> unavailable(key + " (HTTP " + status + " " + code + ")", e);
        };
    }

    private static boolean hasIoCause(Throwable thrown) {
        for (Throwable at = thrown.getCause(); at != null; at = at.getCause()) {
            if (at instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private StoreFailure unavailable(String key, Exception e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return new StoreFailure.Unavailable(
                "the object store at " + settings.endpoint() + " gave no usable answer about " + key + ": "
                        + root.getClass().getSimpleName() + " " + root.getMessage(),
                e);
    }
}
