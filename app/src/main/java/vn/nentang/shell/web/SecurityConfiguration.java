package vn.nentang.shell.web;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import vn.nentang.access.Accounts;
import vn.nentang.access.SecondFactors;
import vn.nentang.access.SignInAttempts;

/**
 * Everything is closed but the sign-in page and the static files; no frame, no form outwards, and no script but where a
 * passkey is asked for.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@ConditionalOnWebApplication
class SecurityConfiguration {

    static final String CONTENT_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /** For pages that ask for a passkey, which only a script can. It comes from a file of ours, and calls nobody. */
    static final String CONTENT_POLICY_WITH_SCRIPT = CONTENT_POLICY + "; script-src 'self'";

    static final String CONTENT_POLICY_COUNTING = CONTENT_POLICY_WITH_SCRIPT + "; connect-src 'self'";

    @Bean
    SignInProvider signInProvider(Accounts accounts, SignInAttempts attempts, SecondFactors factors, Clock clock) {
        return new SignInProvider(accounts, attempts, factors, clock);
    }

    /** A text with a zero sign in it can be kept by no database: refused before anybody reads it. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, Visit visit, OpenSessions sessions, Entrance entrance)
            throws Exception {
        return http.authorizeHttpRequests(all -> all.requestMatchers(
                                "/sign-in",
                                "/sign-in/second",
                                "/sign-in/second/passkey",
                                "/reset",
                                "/language",
                                "/assets/**",
                                "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .requestCache(cache -> cache.requestCache(entrance.requests()))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("login")
                        .successHandler(new SignInOutcome.Success(entrance))
                        .failureHandler(failure())
                        .permitAll())
                .logout(out -> out.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/sign-in?out")
                        .deleteCookies("JSESSIONID"))
                .addFilterBefore(new ClosedAccountFilter(visit, sessions), AuthorizationFilter.class)
                .addFilterBefore(new PageConnectionFilter(), ClosedAccountFilter.class)
                .addFilterAfter(new ReachFilter(), AuthorizationFilter.class)
                .httpBasic(basic -> basic.disable())
                .exceptionHandling(problems -> problems.accessDeniedHandler(new StaleForm()))
                .headers(SecurityConfiguration::headers)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    private static AuthenticationFailureHandler failure() {
        return new SignInOutcome.Failure();
    }
}
