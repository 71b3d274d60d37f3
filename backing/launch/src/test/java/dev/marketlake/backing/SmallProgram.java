package dev.marketlake.backing;

import java.util.concurrent.CountDownLatch;

/** A child to experiment with: does the one thing its argument names. */
public final class SmallProgram {
    private SmallProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        switch (arguments[0]) {
            case "fail" -> throw new IllegalStateException("the disk is on fire");
            case "wait" -> System.out.println("READY");
            case "linger" -> {
                Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(SmallProgram::stay));
                System.out.println("READY");
            }
            case "environment" -> {
                System.getenv().keySet().forEach(System.out::println);
                System.out.println("READY");
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        stay();
    }

    private static void stay() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
